using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Our goods at another's counter, and another's at ours.</summary>
public sealed class ConsignmentTests
{
    [Fact]
    public async Task A_counter_owes_what_it_sold_less_its_commission()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)) with { DepotCode = OtherStore });
        (await RefusedAsync(book, Of(DocumentKind.ConsignmentSettlement, "C1", "2026-01-31", Line(4, 200)) with
        {
            DepotCode = OtherStore,
        })).Should().Be(RefusalReason.NotACounter);
        await book.PostedAsync(
            new StoreMaster(OtherStore, "百货专柜") { Kind = StoreKind.Counter, MayGoNegative = true });
        var settlement = Of(
            DocumentKind.ConsignmentSettlement, "C1", "2026-01-31",
            Line(4, 200) with { TaxAmount = Money.Round(26) }) with
            {
                DepotCode = OtherStore, CommissionAmount = Money.Round(42.4m), CommissionTax = Money.Round(2.4m),
            };
        await Restores.EverythingAsync(book, settlement with { DocumentNo = "C0" });

        await book.PostedAsync(settlement);
        await book.PostedAsync(
            Of(DocumentKind.SaleReturn, "T1", "2026-02-01", Line(1, 50)) with
            {
                OriginalNo = "C1", DepotCode = OtherStore,
            });

        Balances(book).Should().Equal(
            ("1122", 133.6m), ("1405", 70m), ("2202", -100m), ("2221", -23.6m), ("6001", -150m), ("6401", 30m),
            ("6601", 40m));
        (await RefusedAsync(book, settlement with { DocumentNo = "C2", CommissionAmount = Money.Round(227) }))
            .Should().Be(RefusalReason.Unbalanced);
        (await RefusedAsync(book, settlement with { DocumentNo = "C2", CommissionTax = Money.Round(43) }))
            .Should().Be(RefusalReason.AmountNegative);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task What_is_sold_of_anothers_is_owed_to_him_less_our_commission_and_never_was_in_stock()
    {
        await using var book = await SalesBook.CreateAsync();
        var sold = Line(2, 100, OtherItem, cost: 80) with { TaxAmount = Money.Round(13) };
        var sale = Consigned("S1", "2026-01-02", sold);
        await Restores.EverythingAsync(book, sale with { DocumentNo = "S0" });

        await book.PostedAsync(sale);
        await book.PostedAsync(Consigned(
            "S2", "2026-01-03",
            Line(1, 50, OtherItem, cost: 40) with { TaxAmount = Money.Round(6.5m), IsBack = true }));

        Balances(book).Should().Equal(
            ("1122", 56.5m), ("2202", -45.2m), ("2221", -1.3m), ("6001", -50m), ("6401", 40m));
        book.Number("select count(*) from stock_movement").Should().Be(0);
        book.Number(
                "select amount from state_balance where account = '2202' and party_id = "
                + "(select id from state_master where kind = 'party' and code = 'V1')")
            .Should().Be(-452_000);
        await IsConservedAsync(book);
    }

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.CodeMissing, Consigned("S1", "2026-01-02", Line(2, 9, cost: 8)) with { OwnerCode = "" } },
        { RefusalReason.UnknownParty, Consigned("S1", "2026-01-02", Line(2, 9, cost: 8)) with { OwnerCode = "X" } },
        { RefusalReason.WrongPartyRole, Consigned("S1", "2026-01-02", Line(2, 9, cost: 8)) with { OwnerCode = "C1" } },
        { RefusalReason.ValueMissing, Consigned("S1", "2026-01-02", Line(2, 9)) },
        { RefusalReason.AmountNegative, Consigned("S1", "2026-01-02", Line(2, 9, cost: -1)) },
        {
            RefusalReason.AmountNotTaken,
            Consigned("S1", "2026-01-02", Line(2, 9, cost: 1) with { Purpose = LinePurpose.Gift })
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_say_whose_it_is_or_what_is_owed_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await SalesBook.CreateAsync();

        (await RefusedAsync(book, document)).Should().Be(reason);
    }

    private static Document Consigned(string number, string date, params DocumentLine[] lines) =>
        Of(DocumentKind.ConsignedSale, number, date, lines) with { OwnerCode = Supplier };
}
