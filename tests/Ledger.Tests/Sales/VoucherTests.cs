using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using CsCheck;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Vouchers sold, redeemed by number and given up.</summary>
public sealed class VoucherTests
{
    [Fact]
    public async Task Vouchers_are_an_advance_until_goods_are_given_for_them()
    {
        await using var book = await SoldAsync();
        var sold = Balances(book);

        await Restores.EverythingAsync(book, Redeem("W0", "2026-01-04", 6, 101, 103));
        await book.PostedAsync(Redeem("W1", "2026-01-04", 6, 101, 103));

        sold.Should().Equal(("1122", 113m), ("1405", 200m), ("2202", -200m), ("2203", -113m));
        // 3 of 10 vouchers: 33.90 gross, 30 net at 13 %; 6 of 20 pieces at 10.
        Balances(book).Should().Equal(
            ("1122", 113m), ("1405", 140m), ("2202", -200m), ("2203", -79.1m), ("2221", -3.9m), ("6001", -30m),
            ("6401", 60m));
        book.Number("select count(*) from state_voucher where used_seq = -1").Should().Be(7);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Vouchers_that_nobody_redeems_are_income_once_they_expired()
    {
        await using var book = await SoldAsync(until: new DateOnly(2026, 1, 31));
        await book.PostedAsync(Redeem("W1", "2026-01-31", 6, 101, 103));
        var expired = await RefusedAsync(book, Redeem("W2", "2026-02-01", 2, 104, 104));
        var expiry = Expire("Z1", "2026-02-01", 14, 104, 110);
        var early = await RefusedAsync(book, expiry with { BusinessAt = Day("2026-01-31") });

        await Restores.EverythingAsync(book, expiry with { DocumentNo = "Z0" });
        await book.PostedAsync(expiry);

        expired.Should().Be(RefusalReason.OriginalExpired);
        early.Should().Be(RefusalReason.VoucherNotExpired);
        Balance(book, "2203").Should().Be(0m);
        Balance(book, "6301").Should().Be(-79.1m);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task The_advance_is_the_purchasers_whoever_brings_the_vouchers()
    {
        await using var book = await SoldAsync();

        await book.PostedAsync(Redeem("W1", "2026-01-04", 2, 105, 105) with { PartyCode = "" });
        var other = await RefusedAsync(
            book, Redeem("W2", "2026-01-04", 2, 106, 106) with { PartyCode = OtherCustomer });

        other.Should().Be(RefusalReason.OriginalOfOther);
        book.Number(
                "select amount from state_balance where account = '2203' and party_id = "
                + "(select id from state_master where kind = 'party' and code = 'C1')")
            .Should().Be(-1_017_000);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_sale_of_vouchers_is_reversed_whole_or_not_at_all()
    {
        await using var book = await SoldAsync();
        await book.PostedAsync(Redeem("W1", "2026-01-04", 2, 105, 105));
        (await RefusedAsync(book, new Reversal("voucher_sale:K1", "K1-R")))
            .Should().Be(RefusalReason.OriginalTakenBack);
        await book.PostedAsync(new Reversal("voucher_redeem:W1", "W1-R"));

        await book.PostedAsync(new Reversal("voucher_sale:K1", "K1-R"));

        book.Number("select count(*) from state_voucher").Should().Be(0);
        await Restores.EverythingAsync(book, Sold("K2", null));
    }

    public static TheoryData<RefusalReason, Document> Refused => new()
    {
        { RefusalReason.VouchersMissing, Of(DocumentKind.VoucherSale, "K2", "2026-01-04", Line(1, 10)) },
        { RefusalReason.VouchersMissing, Of(DocumentKind.VoucherRedeem, "W1", "2026-01-04", Line(1, 0)) },
        { RefusalReason.VoucherKnown, Of(DocumentKind.VoucherSale, "K2", "2026-01-04", Vouchers(2, 9, "A", 110, 111)) },
        {
            RefusalReason.VoucherRangeInvalid,
            Of(DocumentKind.VoucherSale, "K2", "2026-01-04", Vouchers(2, 9, "A", 300, 299))
        },
        {
            RefusalReason.VoucherRangeInvalid,
            Of(DocumentKind.VoucherSale, "K2", "2026-01-04", Vouchers(2, 9, "A", 1000, 2000))
        },
        {
            RefusalReason.VoucherRangeInvalid,
            Of(DocumentKind.VoucherSale, "K2", "2026-01-04", Vouchers(1, 9, "A", 1, 3))
        },
        {
            RefusalReason.VoucherUsed,
            Of(DocumentKind.VoucherSale, "K2", "2026-01-04", Vouchers(2, 9, "B", 1, 2), Vouchers(2, 9, "B", 2, 3))
        },
        { RefusalReason.UnknownVoucher, Redeem("W1", "2026-01-04", 4, 110, 111) },
        { RefusalReason.VoucherRangeInvalid, Redeem("W1", "2026-01-04", 3, 101, 102) },
        { RefusalReason.BeforeOriginal, Redeem("W1", "2026-01-02", 4, 101, 102) },
        { RefusalReason.VoucherUsed, Redeem("W1", "2026-01-04", 4, 100, 101) },
        { RefusalReason.VouchersMixed, Redeem("W1", "2026-01-04", 4, 100, 101) },
        {
            RefusalReason.AmountNotTaken,
            Of(DocumentKind.VoucherRedeem, "W1", "2026-01-04", Vouchers(4, 1, "A", 101, 102))
        },
        {
            RefusalReason.UnknownOriginal,
            Of(DocumentKind.VoucherRedeem, "W1", "2026-01-04", Vouchers(4, 0, "A", 101, 102) with
            {
                ItemCode = OtherItem,
            })
        },
        {
            RefusalReason.TextInvalid,
            Of(DocumentKind.VoucherRedeem, "W1", "2026-01-04", Vouchers(4, 0, "\u0001", 101, 102))
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Vouchers_that_do_not_fit_are_refused(RefusalReason reason, Document document)
    {
        await using var book = await SoldAsync();
        await book.PostedAsync(Of(DocumentKind.VoucherSale, "K0", "2026-01-03", Vouchers(4, 9, "A", 99, 100)));
        if (reason == RefusalReason.VoucherUsed && document.Kind == DocumentKind.VoucherRedeem)
        {
            await book.PostedAsync(Redeem("W0", "2026-01-04", 2, 100, 100));
        }

        (await RefusedAsync(book, document)).Should().Be(reason);
    }

    /// <summary>However a book of vouchers is redeemed and given up, it comes to what it was sold for.</summary>
    [Fact]
    public void Vouchers_add_up_to_what_they_were_sold_for() => Gen.Select(
            Gen.Int[1, 40], Gen.Int[1, 99_999], Gen.Int[0, int.MaxValue])
        .Sample((count, paid, seed) => AddUpAsync(count, paid / 100m, new Random(seed)).GetAwaiter().GetResult(),
            iter: 8, threads: 1);

    private static async Task AddUpAsync(int count, decimal paid, Random random)
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.VoucherSale, "K1", "2026-01-03", Vouchers(count, paid, "A", 1, count)));
        var open = Enumerable.Range(1, count).ToList();
        while (open.Count > 0)
        {
            var from = open[random.Next(open.Count)];
            var to = from;
            while (random.Next(3) > 0 && open.Contains(to + 1))
            {
                to++;
            }

            var isRedeemed = random.Next(3) > 0;
            await book.PostedAsync(Of(
                isRedeemed ? DocumentKind.VoucherRedeem : DocumentKind.VoucherExpiry, $"W{from}-{open.Count}",
                "2026-01-04", Vouchers(to - from + 1, 0, "A", from, to)));
            open.RemoveAll(number => number >= from && number <= to);
        }

        Balance(book, "2203").Should().Be(0m);
        (Balance(book, "6001") + Balance(book, "2221") + Balance(book, "6301")).Should().Be(-paid);
        await IsConservedAsync(book);
    }

    /// <summary>20 pieces at 10, and 10 vouchers of 2 pieces each sold for 113 with tax.</summary>
    private static async Task<TestBook> SoldAsync(DateOnly? until = null)
    {
        var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(20, 200)));
        await book.PostedAsync(Sold("K1", until));
        return book;
    }

    private static Document Sold(string number, DateOnly? until) => Of(
        DocumentKind.VoucherSale, number, "2026-01-03",
        Vouchers(20, 100, "A", 101, 110) with { TaxAmount = Money.Round(13), TaxRate = 0.13m }) with
        {
            ValidUntil = until,
        };

    private static Document Redeem(
        string number, string date, decimal qty, long from, long to) =>
        Of(DocumentKind.VoucherRedeem, number, date, Vouchers(qty, 0, "A", from, to));

    private static Document Expire(string number, string date, decimal qty, long from, long to) =>
        Of(DocumentKind.VoucherExpiry, number, date, Vouchers(qty, 0, "A", from, to));
}
