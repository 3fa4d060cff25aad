using Analytics.Ledger.Posting;
using Analytics.Ledger.Reading;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Quotations, contracts and their changes, orders, and how far each is.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task A_quotation_becomes_a_contract_that_is_ordered_sold_and_delivered_and_never_beyond_itself()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.Quotation, "Q1", "2026-01-01", Line(10, 100)) with
        {
            ValidUntil = new DateOnly(2026, 1, 5),
        });
        await book.PostedAsync(
            Of(DocumentKind.SalesContract, "K1", "2026-01-05", Line(10, 100)) with { OriginalNo = "Q1" });
        await book.PostedAsync(
            Of(DocumentKind.SalesOrder, "SO1", "2026-01-06", Line(4, 40)) with { OriginalNo = "K1" });
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-07", Line(3, 30)) with { OriginalNo = "K1" });
        await book.PostedAsync(
            Of(DocumentKind.DeliveryNote, "N1", "2026-01-07", Line(2, 20)) with { OriginalNo = "K1" });

        var tooMuch = await book.RefusedAsync(
            Of(DocumentKind.Sale, "D2", "2026-01-08", Line(2, 20)) with { OriginalNo = "K1" });
        var quoted = await RefusedAsync(
            book, Of(DocumentKind.SalesOrder, "SO2", "2026-01-05", Line(1, 10)) with { OriginalNo = "Q1" });
        var late = await RefusedAsync(
            book, Of(DocumentKind.SalesOrder, "SO2", "2026-01-06", Line(1, 10)) with { OriginalNo = "Q1" });

        tooMuch.Reason.Should().Be(RefusalReason.ExceedsOriginal);
        tooMuch.What.Should().Contain("1 < 2");
        quoted.Should().Be(RefusalReason.ExceedsOriginal);
        late.Should().Be(RefusalReason.OriginalExpired);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_change_adds_to_an_order_and_takes_off_it_and_what_is_left_follows()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.SalesOrder, "SO1", "2026-01-02", Line(5, 100)));
        await book.PostedAsync(
            Of(DocumentKind.ContractChange, "X1", "2026-01-03", Line(3, 60)) with { OriginalNo = "SO1" });
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-04", Line(7, 140)) with { OriginalNo = "SO1" });

        var delivered = await RefusedAsync(
            book, Of(DocumentKind.ContractChange, "X2", "2026-01-05", Line(2, 40) with { IsBack = true }) with
            {
                OriginalNo = "SO1",
            });
        var used = await RefusedAsync(book, new Reversal("contract_change:X1", "X1-R"));
        await book.PostedAsync(
            Of(DocumentKind.ContractChange, "X2", "2026-01-05", Line(1, 20) with { IsBack = true }) with
            {
                OriginalNo = "SO1",
            });
        var nothingLeft = await RefusedAsync(
            book, Of(DocumentKind.Sale, "D2", "2026-01-06", Line(1, 20)) with { OriginalNo = "SO1" });

        delivered.Should().Be(RefusalReason.ExceedsOriginal);
        used.Should().Be(RefusalReason.OriginalTakenBack);
        nothingLeft.Should().Be(RefusalReason.ExceedsOriginal);
        var line = (await ReadAsync(book, "SO1")).Single();
        (line.Ordered, line.Changed, line.Done, line.Left, line.Amount).Should().Be(
            (Qty.Round(5), Qty.Round(2), Qty.Round(7), Qty.Round(0), Money.Round(140)));
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_price_is_changed_by_taking_off_at_the_old_and_adding_at_the_new_one()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.SalesOrder, "SO1", "2026-01-02", Line(5, 100)));

        await Restores.EverythingAsync(book, Of(
            DocumentKind.ContractChange, "X0", "2026-01-03", Line(5, 100) with { IsBack = true }, Line(5, 90)) with
            {
                OriginalNo = "SO1",
            });
        await book.PostedAsync(Of(
            DocumentKind.ContractChange, "X1", "2026-01-03", Line(5, 100) with { IsBack = true }, Line(5, 90)) with
            {
                OriginalNo = "SO1",
            });

        var line = (await ReadAsync(book, "SO1")).Single();
        (line.Changed, line.Left, line.Amount).Should().Be((Qty.Round(0), Qty.Round(5), Money.Round(90)));
    }

    [Fact]
    public async Task An_order_that_is_ended_says_why_and_what_was_not_earned()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.SalesOrder, "SO1", "2026-01-02", Line(8, 100)));
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-04", Line(6, 75)) with { OriginalNo = "SO1" });
        var unknown = await RefusedAsync(book, new Termination("sales_order:SO1") { ReasonCode = "X" });

        await book.PostAsync(new Termination("sales_order:SO1") { ReasonCode = "SHORT" });

        unknown.Should().Be(RefusalReason.UnknownMaster);
        var line = (await ReadAsync(book, "SO1")).Single();
        (line.IsEnded, line.ReasonCode, line.Left, line.Lost).Should().Be(
            (true, "SHORT", Qty.Round(2), Money.Round(25)));
        await IsConservedAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.CodeMissing, Of(DocumentKind.ContractChange, "X1", "2026-01-03", Line(1, 20)) },
        {
            RefusalReason.PartNotTaken,
            Of(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20) with { IsBack = true })
        },
        {
            RefusalReason.PartNotTaken,
            Of(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20)) with { ValidUntil = new DateOnly(2026, 2, 1) }
        },
        { RefusalReason.PartNotTaken, Of(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20)) with { Reserves = true } },
        { RefusalReason.PartNotTaken, Of(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20)) with { Route = "1" } },
        {
            RefusalReason.PartNotTaken,
            Of(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20)) with { OwnerCode = "V1" }
        },
        {
            RefusalReason.PartNotTaken,
            Of(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20)) with { CommissionAmount = Money.Round(1) }
        },
        { RefusalReason.PartNotTaken, Of(DocumentKind.Sale, "D1", "2026-01-03", Vouchers(1, 20, "A", 1, 1)) },
        {
            RefusalReason.DateOutOfRange,
            Of(DocumentKind.Quotation, "Q1", "2026-01-03", Line(1, 20)) with { ValidUntil = new DateOnly(1800, 1, 1) }
        },
        {
            RefusalReason.CodeMissing,
            Of(DocumentKind.Quotation, "Q1", "2026-01-03", Line(1, 20)) with { PartyCode = "" }
        },
        {
            RefusalReason.AmountNotTaken,
            Of(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20) with { Purpose = LinePurpose.Gift })
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_an_order_or_sale_cannot_say_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await SalesBook.CreateAsync();

        (await RefusedAsync(book, document)).Should().Be(reason);
    }

    private static async Task<IReadOnlyList<OrderLineProgress>> ReadAsync(TestBook book, string number)
    {
        await using var view = await book.Book.ReadAsync(default);
        return await OrderReader.ReadAsync(view, DocumentKind.SalesOrder, number, default);
    }
}
