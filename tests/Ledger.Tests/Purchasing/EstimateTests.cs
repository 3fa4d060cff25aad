using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Purchasing.Buying;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Purchasing;

/// <summary>Goods received before their invoice, the invoice that ends the estimate, and freight that comes later.
/// </summary>
public sealed class EstimateTests
{
    private static Document Estimated => Receipt("R1", "2026-01-01", Taxed(10, 100, 13)) with { IsEstimated = true };

    [Fact]
    public async Task An_estimated_receipt_owes_the_goods_apart_and_no_tax()
    {
        await using var book = await CreateAsync();

        await book.PostedAsync(Estimated);

        Balances(book).Should().Be("1405 100, 220202 -100");
        Open(book).Should().Be("220202 R1 -100");
        IsWhole(book);
        await VerifiesAsync(book);
        await Restores.EverythingAsync(book, Estimated with { DocumentNo = "R2" }, Kept);
    }

    [Theory]
    [InlineData(EstimateMethod.Difference, "1405>2202 20,220202>2202 100,2221>2202 15.6")]
    [InlineData(EstimateMethod.Reverse, "1405>2202 120,220202>1405 100,2221>2202 15.6")]
    public async Task The_invoice_ends_the_estimate_and_what_was_sold_changes_the_cost_of_sales(
        EstimateMethod method, string booked)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Estimated);
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(4, 80)));
        var invoice = Invoice("P1", "2026-01-05", "R1", Taxed(10, 120, 15.6m));
        invoice = invoice with { Invoice = invoice.Invoice! with { Estimate = method } };
        await Restores.EverythingAsync(book, invoice with { DocumentNo = "P0" }, Kept);

        var seq = await book.PostedAsync(invoice);

        // 20 dearer: 12 on what is there, 8 on what was sold.
        Balances(book).Should().Be("1001 80, 1405 72, 2202 -135.6, 2221 15.6, 6001 -80, 6401 48");
        Open(book).Should().Be("2202 P1 -135.6");
        string.Join(',', book.Query(
            "select debit_account, credit_account, amount from money_movement "
            + $"where seq = {seq} and is_adjustment = 0 order by debit_account, credit_account",
            row => $"{row.GetString(0)}>{row.GetString(1)} {(decimal)row.GetInt64(2) / Money.Scale:0.####}"))
            .Should().Be(booked);
        await RefusesAsync(book, RefusalReason.ItemAllocated, new Reversal("purchase_receipt:R1", "R1-R"));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task Invoices_over_parts_end_the_estimate_piece_by_piece_and_a_return_takes_its_own()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(3, 10)) with { IsEstimated = true });
        await book.PostedAsync(Invoice("P1", "2026-01-02", "R1", Line(1, 4)));
        Balances(book).Should().Be("1405 10.6667, 2202 -4, 220202 -6.6667");

        await book.PostedAsync(Bought(DocumentKind.PurchaseReturn, "T1", "2026-01-03", Line(1, 0)) with
        {
            OriginalNo = "R1",
        });
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Invoice("P2", "2026-01-04", "R1", Line(2, 8)));
        await book.PostedAsync(Invoice("P2", "2026-01-04", "R1", Line(1, 3)));

        Open(book).Should().Be("2202 P1 -4, 2202 P2 -3");
        IsWhole(book);
        await VerifiesAsync(book);
        await book.PostedAsync(new Reversal("purchase_invoice:P2", "P2-R"));
        await book.PostedAsync(new Reversal("purchase_return:T1", "T1-R"));
        await book.PostedAsync(new Reversal("purchase_invoice:P1", "P1-R"));
        await book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R"));
        Balances(book).Should().Be("");
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task An_invoice_that_is_paid_is_not_reversed()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Estimated);
        await book.PostedAsync(Invoice("P1", "2026-01-05", "R1", Taxed(10, 120, 15.6m)));
        await book.PostedAsync(Bought(DocumentKind.MoneyPayment, "M1", "2026-01-06") with
        {
            MoneyLines = [new MoneyLine(Account.Bank, Money.Round(5))],
            Settles = [new Settlement(OpenItemRef.Of(DocumentKind.PurchaseInvoice, "P1") with { Account = "2202" })],
        });

        await RefusesAsync(book, RefusalReason.ItemAllocated, new Reversal("purchase_invoice:P1", "P1-R"));
    }

    [Fact]
    public async Task An_estimate_is_owed_to_somebody_and_later()
    {
        await using var book = await CreateAsync();

        await RefusesAsync(book, RefusalReason.CodeMissing, Estimated with { PartyCode = "" });
        await RefusesAsync(book, RefusalReason.PartNotTaken, Estimated with { Tender = Tender.Cash });
        await RefusesAsync(
            book, RefusalReason.PartNotTaken, Sale("D1", "2026-01-02", Line(1, 1)) with { IsEstimated = true });
        await RefusesAsync(book, RefusalReason.PartNotTaken, Estimated with { Spread = SpreadBasis.Amount });
    }

    [Theory]
    [InlineData(SpreadBasis.Amount, "10,30")]
    [InlineData(SpreadBasis.Quantity, "26.6667,13.3333")]
    [InlineData(SpreadBasis.Weight, "16,24")]
    [InlineData(SpreadBasis.Equally, "20,20")]
    public async Task A_fee_is_spread_over_the_goods_the_last_takes_the_rest(SpreadBasis basis, string shares)
    {
        await using var book = await WithWeightsAsync();

        var seq = await book.PostedAsync(Freight with { Spread = basis });

        string.Join(',', book.Query(
            $"select cost_amount from document_line where seq = {seq} order by line_no",
            row => $"{(decimal)row.GetInt64(0) / Money.Scale:0.####}")).Should().Be(shares);
        IsWhole(book);
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task Freight_makes_what_is_there_dearer_and_what_was_sold_cost_more()
    {
        await using var book = await WithWeightsAsync();
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(5, 75)));
        await Restores.EverythingAsync(book, Freight with { DocumentNo = "F0" }, Kept);

        await book.PostedAsync(Freight);

        // 10 of the 40 on the first item, half of which is sold.
        Balances(book).Should().Be("1001 75, 1405 385, 2202 -443.6, 2221 3.6, 6001 -75, 6401 55");
        Open(book).Should().Be("2202 R1 -400, 2202 F1 -43.6");
        await book.PostedAsync(Freight with { DocumentNo = "F2", Tender = Tender.Cash, PartyCode = "" });
        await VerifiesAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Unspread => new()
    {
        { RefusalReason.ValueMissing, Freight with { Spread = SpreadBasis.None } },
        { RefusalReason.ValueMissing, Freight with { Spread = (SpreadBasis)9 } },
        { RefusalReason.AmountNotPositive, Freight with { FeeAmount = Money.Zero } },
        { RefusalReason.AmountNegative, Freight with { FeeAmount = Money.Round(-1) } },
        { RefusalReason.AmountNegative, Freight with { FeeTaxAmount = Money.Round(-1) } },
        { RefusalReason.AmountTooLarge, Freight with { FeeTaxAmount = Money.Round(10_000_000_000) } },
        { RefusalReason.CodeMissing, Freight with { PartyCode = "" } },
        { RefusalReason.UnknownOriginal, Freight with { OriginalNo = "" } },
        { RefusalReason.PartNotTaken, Freight with { Lines = [Line(10, 1)] } },
        { RefusalReason.ExceedsOriginal, Freight with { Lines = [Line(11, 0)] } },
        { RefusalReason.NothingToSpread, Freight with { OriginalNo = "R2", Lines = [Line(1, 0)] } },
        { RefusalReason.LinesNotTaken, Receipt("R9", "2026-01-01", Line(1, 1)) with { FeeTaxAmount = Money.Round(1) } },
    };

    [Theory]
    [MemberData(nameof(Unspread))]
    public async Task A_fee_that_cannot_be_spread_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await WithWeightsAsync();
        await book.PostedAsync(Receipt("R2", "2026-01-01", Line(1, 0)));

        await RefusesAsync(book, reason, document);
    }

    private static Document Freight => Bought(
        DocumentKind.LandedCost, "F1", "2026-01-03", Line(10, 0), Line(5, 0, OtherItem)) with
    {
        OriginalNo = "R1", PartyCode = OtherSupplier, Spread = SpreadBasis.Amount,
        FeeAmount = Money.Round(40), FeeTaxAmount = Money.Round(3.6m),
    };

    private static async Task<TestBook> WithWeightsAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(new ItemMaster(Item, "感冒灵颗粒", "A1") { BaseUnit = "盒", Weight = 0.2m });
        await book.PostedAsync(new ItemMaster(OtherItem, "板蓝根颗粒", "A1") { BaseUnit = "袋", Weight = 0.6m });
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100), Line(5, 300, OtherItem)));
        return book;
    }
}
