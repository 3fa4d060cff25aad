using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Stock.StockBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>Goods brought to another depot, at once or by way of transit, and to another bin.</summary>
public sealed class TransferTests
{
    [Fact]
    public async Task Goods_go_to_another_depot_at_what_they_cost()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));

        var seq = await book.PostedAsync(To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-02", Line(4, 0)));

        book.Depots().Should().Equal((Store, 6, 60), (OtherStore, 4, 40));
        book.Accounts().Should().Equal(("1405", 100));
        book.Number($"select cost_amount from document_line where seq = {seq}").Should().Be(400_000);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task What_a_late_receipt_changes_follows_the_goods_into_the_other_depot()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-03", Line(4, 0)));

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 300)));

        book.Depots().Should().Equal((Store, 16, 320), (OtherStore, 4, 80));
        book.Accounts().Should().Equal(("1405", 400));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task A_price_above_cost_stands_on_the_variance_also_when_the_cost_changes_later()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));

        await book.PostedAsync(To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-03", Line(4, 60)));

        book.Depots().Should().Equal((Store, 6, 60), (OtherStore, 4, 60));
        book.Accounts().Should().Equal(("1405", 120), ("1407", -20));
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 140)));
        book.Depots().Should().Equal((Store, 16, 192), (OtherStore, 4, 60));
        book.Accounts().Should().Equal(("1405", 252), ("1407", -12));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Goods_in_transit_arrive_in_parts_and_leave_nothing_in_transit()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(To(OtherStore, DocumentKind.TransferOut, "O1", "2026-01-03", Line(3, 0)));
        book.Accounts().Should().Equal(("1402", 30), ("1405", 70));

        await book.PostedAsync(Arrival("A1", "2026-01-04", 1));
        book.Accounts().Should().Equal(("1402", 20), ("1405", 80));
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));
        book.Accounts().Should().Equal(("1402", 30), ("1405", 270));
        await book.PostedAsync(Arrival("A2", "2026-01-05", 2));

        book.Depots().Should().Equal((Store, 17, 255), (OtherStore, 3, 45));
        book.Accounts().Should().Equal(("1405", 300));
        (await book.RefusedAsync(Arrival("A3", "2026-01-05", 1))).Reason.Should().Be(RefusalReason.ExceedsOriginal);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Goods_sent_at_a_price_are_in_transit_at_it_and_arrive_at_their_share_whatever_they_cost_later()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(9, 90, OtherItem)));
        await book.PostedAsync(To(
            OtherStore, DocumentKind.TransferOut, "O1", "2026-01-03", Line(3, 50), Line(2, 0, OtherItem)));
        book.Accounts().Should().Equal(("1402", 70), ("1405", 140), ("1407", -20));
        await Restores.EverythingAsync(book, Arrival("A0", "2026-01-04", 2));

        await book.PostedAsync(Arrival("A1", "2026-01-04", 1));
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 140)));
        book.Accounts().Should().Equal(("1402", 53.3333m), ("1405", 290.6667m), ("1407", -14));
        await book.PostedAsync(Arrival("A2", "2026-01-05", 2));
        await book.PostedAsync(Arrival("A3", "2026-01-05", 2) with { Lines = [Line(2, 0, OtherItem)] });

        book.Depots().Should().Equal((Store, 17, 204), (OtherStore, 3, 50));
        book.Accounts().Should().Equal(("1405", 344), ("1407", -14));
        (await book.RefusedAsync(Arrival("A4", "2026-01-05", 1))).Reason.Should().Be(RefusalReason.ExceedsOriginal);
        (await book.RefusedAsync(new Reversal("transfer_out:O1", "O1-R"))).Reason.Should()
            .Be(RefusalReason.OriginalTakenBack);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task What_covers_sent_goods_after_all_have_arrived_is_an_expense_and_leaves_nothing_in_transit()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(To(OtherStore, DocumentKind.TransferOut, "O1", "2026-01-03", Line(3, 0)));
        await book.PostedAsync(Arrival("A1", "2026-01-04", 3));

        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(10, 100)));

        book.Depots().Should().Equal((Store, 7, 70), (OtherStore, 3, 0));
        book.Accounts().Should().Equal(("1405", 70), ("6401", 30));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Goods_covered_late_whose_arrival_is_reversed_and_that_arrive_again_leave_nothing_in_transit()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(To(OtherStore, DocumentKind.TransferOut, "O1", "2026-01-03", Line(3, 0)));
        await book.PostedAsync(Arrival("A1", "2026-01-04", 3));
        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(10, 100)));

        await book.PostedAsync(new Reversal("transfer_in:A1", "A1-R"));
        book.Accounts().Should().Equal(("1402", 30), ("1405", 70));
        await book.PostedAsync(Arrival("A2", "2026-01-06", 3));

        book.Accounts().Should().Equal(("1405", 100));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task An_arrival_recorded_late_that_is_dated_before_its_goods_were_covered_leaves_nothing_in_transit()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(To(OtherStore, DocumentKind.TransferOut, "O1", "2026-01-03", Line(3, 0)));
        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(10, 100)));

        await book.PostedAsync(Arrival("A1", "2026-01-04", 3));

        book.Accounts().Should().Equal(("1405", 70), ("6401", 30));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task A_transfer_recorded_after_what_covered_it_leaves_inventory_what_the_pools_are_worth()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(10, 100)));

        await book.PostedAsync(To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-03", Line(3, 0)));

        book.Depots().Should().Equal((Store, 7, 70), (OtherStore, 3, 0));
        book.Accounts().Should().Equal(("1405", 70), ("6401", 30));
        await book.HoldsAsync();
    }

    [Theory]
    [InlineData(DocumentKind.Transfer, 0)]
    [InlineData(DocumentKind.Transfer, 70)]
    [InlineData(DocumentKind.TransferOut, 0)]
    [InlineData(DocumentKind.TransferOut, 70)]
    public async Task Reversing_what_was_sent_restores_everything(DocumentKind kind, int price)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-01", Line(5, 20)) with { StoreCode = OtherStore });

        await Restores.EverythingAsync(book, To(OtherStore, kind, "T1", "2026-01-02", Line(4, price)));
    }

    [Fact]
    public async Task Reversing_an_arrival_restores_everything()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(To(OtherStore, DocumentKind.TransferOut, "O1", "2026-01-03", Line(3, 0)));

        await Restores.EverythingAsync(book, Arrival("A1", "2026-01-04", 2));
    }

    [Fact]
    public async Task A_transfer_inside_one_pool_changes_the_depots_alone()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new CostClassMaster("company",
            "全公司", CostMethod.MovingAverage) { IsCompanyWide = true });
        await book.PostedAsync(new ItemMaster("P3", "纱布", "A1") { CostClassCode = "company" });
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(7, 100, "P3")));

        await book.PostedAsync(To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-02", Line(3, 0, "P3")));

        book.Query("select qty, value from state_pool", row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((70_000, 1_000_000));
        book.Query("select qty from state_stock order by depot_id", row => row.GetInt64(0))
            .Should().Equal(40_000, 30_000);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task The_batch_and_the_trace_code_go_along_into_the_bin_named()
    {
        await using var book = await BatchedAsync();

        await book.PostedAsync(To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-02", Line(2, 0, "B1") with
        {
            TraceCodes = ["123"], ToBinCode = "A/1",
        }));

        book.Query(
            "select batch_no, bin_no, state_stock.qty from state_stock join batch using (batch_id) "
            + "left join bin using (bin_id) where state_stock.qty <> 0 order by state_stock.depot_id",
            row => (row.GetString(0), row.IsDBNull(1) ? "" : row.GetString(1), row.GetInt64(2)))
            .Should().Equal(("X1", "", 30_000), ("X1", "1", 20_000));
        book.Number("select count(*) from state_trace_code join store on store_id = location "
            + $"where code = '123' and store_code = '{OtherStore}'").Should().Be(1);
        await book.PostedAsync(new Reversal("transfer:T1", "T1-R"));
        book.Number("select count(*) from state_trace_code join store on store_id = location "
            + $"where code = '123' and store_code = '{Store}'").Should().Be(1);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Goods_move_from_bin_to_bin_and_are_worth_the_same()
    {
        await using var book = await BatchedAsync();
        await book.PostedAsync(new BinMaster(Store, "A", "1"));

        await Restores.EverythingAsync(book, Of(
            DocumentKind.BinMove, "M1", "2026-01-02", Line(2, 0, "B1") with { ToBinCode = "A/1" }));
        await book.PostedAsync(Of(
            DocumentKind.BinMove, "M2", "2026-01-02", Line(2, 0, "B1") with { ToBinCode = "A/1" }));

        book.Query("select qty from state_stock where qty <> 0 order by bin_id", row => row.GetInt64(0))
            .Should().Equal(30_000, 20_000);
        book.Accounts().Should().Equal(("1405", 50));
        await book.HoldsAsync();
    }

    public static TheoryData<RefusalReason, Document> Wrong => new()
    {
        { RefusalReason.SameDepot, To(Store, DocumentKind.Transfer, "T1", "2026-01-03", Line(1, 0)) },
        { RefusalReason.SameDepot, To(Store, DocumentKind.TransferOut, "T1", "2026-01-03", Line(1, 0)) },
        { RefusalReason.CodeMissing, To("", DocumentKind.Transfer, "T1", "2026-01-03", Line(1, 0)) },
        {
            RefusalReason.UnknownBin,
            To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-03", Line(1, 0) with { ToBinCode = "X/9" })
        },
        { RefusalReason.PartNotTaken, Sale("D1", "2026-01-03", Line(1, 9) with { ToBinCode = "A/1" }) },
        { RefusalReason.OriginalMissing, Of(DocumentKind.TransferIn, "A1", "2026-01-03", Line(1, 0)) },
        {
            RefusalReason.TransferElsewhere,
            Of(DocumentKind.TransferIn, "A1", "2026-01-03", Line(1, 0)) with { OriginalNo = "O1" }
        },
        { RefusalReason.BinMissing, Of(DocumentKind.BinMove, "M1", "2026-01-03", Line(1, 0)) },
        {
            RefusalReason.InsufficientStock,
            To(OtherStore, DocumentKind.Transfer, "T1", "2026-01-03", Line(1, 0)) with { StoreCode = StrictStore }
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_brought_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(To(OtherStore, DocumentKind.TransferOut, "O1", "2026-01-02", Line(3, 0)));

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
    }

    private static async Task<TestBook> BatchedAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(new ItemMaster("B1", "阿莫西林", "A1") { IsBatchTracked = true, IsTraced = true });
        await book.PostedAsync(new BinMaster(OtherStore, "A", "1"));
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(5, 50, "B1") with
        {
            BatchNo = "X1", TraceCodes = ["123"],
        }));
        return book;
    }

    private static Document To(
        string depot, DocumentKind kind, string number, string date, params DocumentLine[] lines) =>
        Of(kind, number, date, lines) with { ToDepotCode = depot };

    private static Document Arrival(string number, string date, int qty) =>
        Of(DocumentKind.TransferIn, number, date, Line(qty, 0)) with { StoreCode = OtherStore, OriginalNo = "O1" };
}
