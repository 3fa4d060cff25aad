using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Purchasing.Buying;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Purchasing;

/// <summary>From the plan to the goods: plan, requisition, inquiry, comparison, order, arrival, receipt.</summary>
public sealed class BuyingTests
{
    private static Document Inquiry => Bought(DocumentKind.PurchaseInquiry, "IQ1", "2026-01-03", Quoted) with
    {
        PartyCode = "", OriginalNo = "RQ1",
    };

    private static DocumentLine Quoted => Line(10, 0) with
    {
        Quotes =
        [
            new SupplierQuote(Supplier, Money.Round(120)) { DeliveryDays = 2, Note = "含运费" },
            new SupplierQuote(OtherSupplier, Money.Round(100)) { ValidTo = new DateOnly(2026, 1, 31) },
        ],
    };

    [Fact]
    public async Task Goods_are_bought_from_the_plan_to_the_shelf()
    {
        await using var book = await WithInquiryAsync();
        await book.PostedAsync(Chosen(Supplier, "交货快"));
        await RefusesAsync(book, RefusalReason.OriginalOfOther, Order(10) with { PartyCode = OtherSupplier });
        var order = await book.PostedAsync(Order(10));
        await book.PostedAsync(Arrived("AN1", 10, 2) with { OriginalNo = "PO1" });
        await RefusesAsync(
            book, RefusalReason.ExceedsOriginal, Receipt("R1", "2026-01-09", Line(9, 108)) with { OriginalNo = "AN1" });
        await book.PostedAsync(Receipt("R1", "2026-01-09", Line(8, 96)) with { OriginalNo = "AN1" });

        await RefusesAsync(
            book, RefusalReason.ExceedsOriginal, Receipt("R2", "2026-01-10", Line(3, 36)) with { OriginalNo = "PO1" });
        await book.PostedAsync(Receipt("R2", "2026-01-10", Line(2, 24)) with { OriginalNo = "PO1" });
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Arrived("AN2", 1, 0) with { OriginalNo = "PO1" });

        Balances(book).Should().Be("1405 120, 2202 -120");
        book.Query(
            $"select kind, qty from state_followed where seq = {order} order by kind",
            row => (row.GetString(0), row.GetInt64(1) / Qty.Scale))
            .Should().Equal(("arrival_notice", 8), ("purchase_receipt", 2));
        book.Query("select qty, reason from arrival_rejection", row => (row.GetInt64(0), row.GetString(1)))
            .Should().Equal((2 * Qty.Scale, "破损"));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_comparison_takes_the_cheapest_quote_that_holds_or_says_why_not()
    {
        await using var book = await WithInquiryAsync();
        await RefusesAsync(book, RefusalReason.ChoiceUnexplained, Chosen(Supplier, ""));
        await RefusesAsync(book, RefusalReason.NotQuoted, Chosen(Customer, ""));
        await RefusesAsync(book, RefusalReason.NotQuoted, Chosen("nobody", ""));
        await RefusesAsync(
            book, RefusalReason.NotQuoted, Chosen(OtherSupplier, "") with { BusinessAt = Day("2026-02-01") });
        await RefusesAsync(book, RefusalReason.NotQuoted, Of(Chosen(Supplier, "x"), line => line with
        {
            NetAmount = Money.Round(119),
        }));
        await RefusesAsync(book, RefusalReason.UnknownOriginal, Chosen(Supplier, "x") with { OriginalNo = "" });

        var seq = await book.PostedAsync(Of(Chosen(OtherSupplier, ""), line => line with { Quantity = Qty.Round(3) }));

        book.Number($"select net_amount from document_line where seq = {seq}").Should().Be(30 * Money.Scale);
        book.Number($"select cheapest_line_no - quote_line_no from quote_choice where seq = {seq}").Should().Be(0);
        // Once the cheapest no longer holds, the other is it.
        await book.PostedAsync(Of(Chosen(Supplier, "") with
        {
            DocumentNo = "CP2", BusinessAt = Day("2026-02-01"),
        }, line => line with { Quantity = Qty.Round(7) }));
        await VerifiesAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.QuotedTwice, Of(Inquiry, line => line with { Quotes = [line.Quotes[0], line.Quotes[0]] }) },
        { RefusalReason.UnknownParty, Quote(new SupplierQuote("nobody", Money.Zero)) },
        { RefusalReason.WrongPartyRole, Quote(new SupplierQuote(Customer, Money.Zero)) },
        { RefusalReason.InactiveParty, Quote(new SupplierQuote("V0", Money.Zero)) },
        { RefusalReason.AmountNegative, Quote(new SupplierQuote(Supplier, Money.Round(-1))) },
        { RefusalReason.AmountTooLarge, Quote(new SupplierQuote(Supplier, Money.Round(10_000_000_000))) },
        { RefusalReason.AmountTooLarge, Quote(new SupplierQuote(Supplier, Money.Zero) { DeliveryDays = -1 }) },
        {
            RefusalReason.DateOutOfRange,
            Quote(new SupplierQuote(Supplier, Money.Zero) { ValidTo = DateOnly.MaxValue })
        },
        { RefusalReason.TextInvalid, Quote(new SupplierQuote(Supplier, Money.Zero) { Note = "\n" }) },
        { RefusalReason.ValueMissing, Quote(null!) },
        { RefusalReason.ValueMissing, Of(Inquiry, line => line with { Quotes = null! }) },
        { RefusalReason.ValueMissing, Of(Inquiry, line => line with { Reason = null! }) },
        { RefusalReason.PartNotTaken, Of(Inquiry, line => line with { Reason = "x" }) },
        { RefusalReason.PartNotTaken, Of(Inquiry, line => line with { SupplierCode = Supplier }) },
        { RefusalReason.PartNotTaken, Of(Inquiry, line => line with { RejectedQuantity = Qty.Round(1) }) },
        { RefusalReason.PartNotTaken, Inquiry with { Kind = DocumentKind.PurchaseOrder, PartyCode = Supplier } },
        { RefusalReason.PartNotTaken, Inquiry with { IsEstimated = true } },
        { RefusalReason.PartNotTaken, Inquiry with { Spread = SpreadBasis.Equally } },
        { RefusalReason.PartNotTaken, Inquiry with { Invoice = new Invoice(InvoiceKind.General, "1") } },
        { RefusalReason.ExceedsOriginal, Arrived("AN1", 1, 2) },
        { RefusalReason.AmountNegative, Arrived("AN1", 1, -1) },
        { RefusalReason.CodeMissing, Of(Arrived("AN1", 2, 1), line => line with { Reason = "" }) },
        { RefusalReason.TextInvalid, Of(Arrived("AN1", 2, 1), line => line with { Reason = "\n" }) },
        { RefusalReason.CodeMissing, Arrived("AN1", 2, 1) with { PartyCode = "" } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_hang_together_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new PartyMaster("V0", "停用") { IsSupplier = true, IsActive = false });
        await book.PostedAsync(Requisition with { OriginalNo = "" });

        await RefusesAsync(book, reason, document);
    }

    [Fact]
    public async Task A_requisition_follows_a_plan_or_a_sales_order_and_what_is_planned_is_bought_once()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Bought(DocumentKind.PurchasePlan, "PL1", "2026-01-01", Line(10, 0)));
        await book.PostedAsync(
            Sale("SO1", "2026-01-01", Line(4, 80)) with { Kind = DocumentKind.SalesOrder });
        await book.PostedAsync(Requisition with { Lines = [Line(6, 0)] });

        await RefusesAsync(
            book, RefusalReason.ExceedsOriginal, Order(5) with { OriginalNo = "PL1" });
        await book.PostedAsync(Order(4) with { OriginalNo = "PL1" });
        await book.PostedAsync(Requisition with
        {
            DocumentNo = "RQ2", PartyCode = "", OriginalNo = "SO1", Lines = [Line(4, 0)],
        });
        (await book.PostAsync(new Termination("purchase_requisition:RQ1"))).Should().BeOfType<PostResult.Held>();
        await RefusesAsync(
            book, RefusalReason.OriginalEnded, Order(1) with { DocumentNo = "PO2", OriginalNo = "RQ1" });
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task Reversing_each_restores_what_it_followed()
    {
        await using var book = await WithInquiryAsync();
        await Restores.EverythingAsync(book, Chosen(Supplier, "快"), Kept);
        await book.PostedAsync(Chosen(Supplier, "快") with { DocumentNo = "CP9" });
        await book.PostedAsync(Order(10) with { OriginalNo = "CP9" });
        await Restores.EverythingAsync(book, Arrived("AN1", 10, 2) with { OriginalNo = "PO1" }, Kept);
        await Restores.EverythingAsync(
            book, Receipt("R1", "2026-01-09", Line(10, 120)) with { OriginalNo = "PO1" }, Kept);
    }

    [Fact]
    public async Task An_arrival_that_is_ended_leaves_its_order_what_was_not_received()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Bought(DocumentKind.PurchaseOrder, "PO1", "2026-01-05", Line(10, 120)));
        await book.PostedAsync(Arrived("AN1", 8, 0) with { OriginalNo = "PO1" });
        await book.PostedAsync(Receipt("R1", "2026-01-09", Line(3, 36)) with { OriginalNo = "AN1" });
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Arrived("AN2", 7, 0) with { OriginalNo = "PO1" });

        await book.PostAsync(new Termination("arrival_notice:AN1"));

        await RefusesAsync(
            book, RefusalReason.OriginalEnded,
            Receipt("R2", "2026-01-10", Line(1, 12)) with { OriginalNo = "AN1" });
        await RefusesAsync(book, RefusalReason.ExceedsOriginal, Arrived("AN2", 8, 0) with { OriginalNo = "PO1" });
        await Restores.EverythingAsync(book, Arrived("AN0", 7, 0) with { OriginalNo = "PO1" }, Kept);
        await book.PostedAsync(Receipt("R3", "2026-01-10", Line(7, 84)) with { OriginalNo = "PO1" });
        await book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R"));
        await VerifiesAsync(book);
        await book.PostedAsync(Receipt("R4", "2026-01-10", Line(3, 36)) with { OriginalNo = "PO1" });
        await RefusesAsync(
            book, RefusalReason.ExceedsOriginal, Receipt("R5", "2026-01-10", Line(1, 9)) with { OriginalNo = "PO1" });
    }

    private static Document Requisition => Bought(
        DocumentKind.PurchaseRequisition, "RQ1", "2026-01-02", Line(10, 0)) with { OriginalNo = "PL1" };

    private static Document Order(decimal qty) =>
        Bought(DocumentKind.PurchaseOrder, "PO1", "2026-01-05", Line(qty, 12 * qty)) with { OriginalNo = "CP1" };

    private static Document Arrived(string number, decimal qty, decimal rejected) => Bought(
        DocumentKind.ArrivalNotice, number, "2026-01-08",
        Line(qty, 0) with { RejectedQuantity = Qty.Round(rejected), Reason = rejected == 0 ? "" : "破损" });

    private static Document Chosen(string supplier, string reason) => Bought(
        DocumentKind.PurchaseComparison, "CP1", "2026-01-04",
        Line(10, 0) with { SupplierCode = supplier, Reason = reason }) with { PartyCode = "", OriginalNo = "IQ1" };

    private static Document Quote(SupplierQuote quote) => Of(Inquiry, line => line with { Quotes = [quote] });

    private static Document Of(Document document, Func<DocumentLine, DocumentLine> change) =>
        document with { Lines = [change(document.Lines[0])] };

    private static async Task<TestBook> WithInquiryAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(Bought(DocumentKind.PurchasePlan, "PL1", "2026-01-01", Line(10, 0)));
        await book.PostedAsync(Requisition);
        await book.PostedAsync(Inquiry);
        return book;
    }
}
