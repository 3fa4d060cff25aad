using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Lent goods that the borrower keeps (借转销), and borrowed ones that are bought (借入转采购).</summary>
public sealed class LendSaleTests
{
    [Fact]
    public async Task Lent_goods_are_sold_at_their_share_of_what_went_out_and_leave_nothing_lent()
    {
        await using var book = await LentAsync(3, 100);
        var sale = Kept("K1", "2026-01-05", 1, 20, 2.6m);
        await Restores.EverythingAsync(book, sale with { DocumentNo = "K0" });

        await book.PostedAsync(sale);

        // 3 of 10 that cost 100 went out at 30.
        Balances(book).Should().Equal(
            ("1122", 22.6m), ("1405", 70m), ("1406", 20m), ("2202", -100m), ("2221", -2.6m), ("6001", -20m),
            ("6401", 10m));
        OnHand(book).Should().Be(7, "they left the depot when they were lent");
        await book.PostedAsync(GivenBack("B1", "2026-01-06", 1));
        await book.PostedAsync(Kept("K2", "2026-01-07", 1, 20, 0));
        Balance(book, "1406").Should().Be(0);
        Balance(book, "6401").Should().Be(20);
        (await RefusedAsync(book, Kept("K3", "2026-01-07", 1, 20, 0))).Should().Be(RefusalReason.ExceedsOriginal);
        (await RefusedAsync(book, GivenBack("B2", "2026-01-07", 1))).Should().Be(RefusalReason.ExceedsOriginal);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task What_lent_goods_cost_later_changes_their_sales()
    {
        await using var book = await LentAsync(3, 100);
        await book.PostedAsync(Kept("K1", "2026-01-05", 2, 50, 0));

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));

        Balances(book).Should().Equal(
            ("1122", 50m), ("1405", 255m), ("1406", 15m), ("2202", -300m), ("6001", -50m), ("6401", 30m));
        await IsConservedAsync(book);
        await book.PostedAsync(GivenBack("B1", "2026-01-06", 1));
        Balance(book, "1406").Should().Be(0);
        await book.PostedAsync(new Reversal("lend_sale:K1", "K1-R"));
        Balance(book, "1406").Should().Be(30);
        Balance(book, "6401").Should().Be(0);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task What_covers_lent_goods_after_none_is_lent_any_more_is_the_cost_of_those_sold()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.LendOut, "X1", "2026-01-03", Line(3, 0)));
        await book.PostedAsync(Kept("K1", "2026-01-05", 1, 50, 0));
        await book.PostedAsync(GivenBack("B1", "2026-01-06", 2));

        await book.PostedAsync(Receipt("R1", "2026-01-08", Line(10, 100)));

        Balance(book, "1406").Should().Be(0);
        await IsConservedAsync(book);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task However_lent_goods_are_sold_and_given_back_nothing_stays_lent_in_the_end(int seed)
    {
        var random = new Random(seed);
        await using var book = await LentAsync(7, 100.0001m, at: 31);
        var left = 7;
        for (var no = 1; left > 0; no++)
        {
            var qty = random.Next(1, left + 1);
            var document = random.Next(2) == 0
                ? Kept($"K{no}", "2026-01-05", qty, 10, 0)
                : GivenBack($"B{no}", "2026-01-05", qty);
            await book.PostedAsync(document);
            if (random.Next(3) == 0)
            {
                await book.PostedAsync(
                    new Reversal($"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}", $"R{no}"));
                continue;
            }

            left -= qty;
            await book.PostedAsync(Receipt($"L{no}", "2026-01-01", Line(random.Next(1, 5), random.Next(1, 90))));
            await IsConservedAsync(book);
        }

        Balance(book, "1406").Should().Be(0);
    }

    [Fact]
    public async Task Sold_lent_goods_come_back_from_the_customer_and_never_more_than_he_kept()
    {
        await using var book = await LentAsync(3, 100);
        await book.PostedAsync(Kept("K1", "2026-01-05", 1, 20, 0));
        await book.PostedAsync(GivenBack("B1", "2026-01-06", 1));
        var back = Of(DocumentKind.SaleReturn, "T1", "2026-01-07", Line(1, 20)) with { OriginalNo = "K1" };

        (await RefusedAsync(book, back with { Lines = [Line(2, 40)] })).Should().Be(RefusalReason.ExceedsOriginal);
        await Restores.EverythingAsync(book, back with { DocumentNo = "T0" });
        await book.PostedAsync(back);

        Balances(book).Should().Equal(("1405", 90m), ("1406", 10m), ("2202", -100m));
        (await RefusedAsync(book, back with { DocumentNo = "T2" })).Should().Be(RefusalReason.ExceedsOriginal);
        (await RefusedAsync(book, new Reversal("lend_sale:K1", "K1-R"))).Should()
            .Be(RefusalReason.OriginalTakenBack);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task The_pack_lent_is_the_customers_once_it_is_sold()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(new ItemMaster("B", "阿莫西林", "A1") { IsBatchTracked = true });
        await book.PostedAsync(Receipt(
            "R1", "2026-01-01", Line(1, 10, "B") with { BatchNo = "X1", TraceCodes = ["1"] },
            Line(1, 10, "B") with { BatchNo = "X2", TraceCodes = ["2"] }));
        await book.PostedAsync(Of(
            DocumentKind.LendOut, "X1", "2026-01-03", Line(2, 0, "B") with { TraceCodes = ["1", "2"] }));
        var sold = Kept("K1", "2026-01-05", 1, 20, 0) with { Lines = [Line(1, 20, "B") with { TraceCodes = ["2"] }] };
        await Restores.EverythingAsync(book, sold with { DocumentNo = "K0" });

        await book.PostedAsync(sold);

        book.Query(
            "select location, batch_no from state_trace_code join batch using (batch_id) where code = '2'",
            row => (row.GetInt64(0), row.GetString(1))).Should().Equal((-3, "X2"));
        (await RefusedAsync(book, GivenBack("B1", "2026-01-06", 1) with
        {
            Lines = [Line(1, 0, "B") with { TraceCodes = ["2"] }],
        })).Should().Be(RefusalReason.TraceCodeElsewhere);
        await book.PostedAsync(Of(
            DocumentKind.SaleReturn, "T1", "2026-01-07", Line(1, 20, "B") with { TraceCodes = ["2"] }) with
        {
            OriginalNo = "K1",
        });
    }

    [Fact]
    public async Task Lent_goods_are_sold_to_whom_they_are_lent_and_count_towards_his_credit()
    {
        await using var book = await LentAsync(3, 100);
        await book.PostedAsync(new CreditLimitMaster(CreditScope.Party, Customer) { Amount = Money.Round(15) });

        (await RefusedAsync(book, Kept("K1", "2026-01-05", 1, 20, 0))).Should().Be(RefusalReason.CreditExceeded);
        (await RefusedAsync(book, Kept("K1", "2026-01-05", 1, 20, 0) with { PartyCode = OtherCustomer }))
            .Should().Be(RefusalReason.OriginalOfOther);
        (await RefusedAsync(book, Kept("K1", "2026-01-05", 1, 20, 0) with { OriginalNo = "" }))
            .Should().Be(RefusalReason.OriginalMissing);
    }

    [Fact]
    public async Task Borrowed_goods_are_bought_at_the_price_and_what_was_sold_of_them_costs_that()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Borrowing(DocumentKind.BorrowIn, "B1", "2026-01-02", Line(10, 200)) with
        {
            OriginalNo = "",
        });
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-03", Line(5, 150)));
        var bought = Borrowing(
            DocumentKind.BorrowPurchase, "P1", "2026-01-05", Line(4, 100) with { TaxAmount = Money.Round(13) });
        await Restores.EverythingAsync(book, bought with { DocumentNo = "P0" });

        await book.PostedAsync(bought);

        // 4 of the value of 20 each are bought at 25: the 10 of them came in at 220, half of which is sold.
        Balances(book).Should().Equal(
            ("1122", 150m), ("1405", 110m), ("2202", -113m), ("2221", 13m), ("2241", -120m), ("6001", -150m),
            ("6401", 110m));
        await book.PostedAsync(Borrowing(DocumentKind.BorrowReturn, "G1", "2026-01-06", Line(5, 0)));
        await book.PostedAsync(Borrowing(DocumentKind.BorrowPurchase, "P2", "2026-01-07", Line(1, 20)));
        Balance(book, "2241").Should().Be(0);
        (await RefusedAsync(book, Borrowing(DocumentKind.BorrowPurchase, "P3", "2026-01-07", Line(1, 20))))
            .Should().Be(RefusalReason.ExceedsOriginal);
        (await RefusedAsync(book, new Reversal("borrow_in:B1", "B1-R"))).Should().Be(RefusalReason.OriginalTakenBack);
        await IsConservedAsync(book);
    }

    private static async Task<TestBook> LentAsync(int qty, decimal cost, int at = 10)
    {
        var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(at, cost)));
        await book.PostedAsync(Of(DocumentKind.LendOut, "X1", "2026-01-03", Line(qty, 0)));
        return book;
    }

    private static Document Kept(string number, string date, int qty, decimal net, decimal tax) =>
        Of(DocumentKind.LendSale, number, date, Line(qty, net) with { TaxAmount = Money.Round(tax) }) with
        {
            OriginalNo = "X1",
        };

    private static Document GivenBack(string number, string date, int qty) =>
        Of(DocumentKind.LendReturn, number, date, Line(qty, 0)) with { OriginalNo = "X1" };

    private static Document Borrowing(DocumentKind kind, string number, string date, DocumentLine line) =>
        new(kind, number, Day(date))
        {
            StoreCode = Store, PartyCode = Supplier, Tender = Tender.Account, OriginalNo = "B1", Lines = [line],
        };
}
