using Analytics.Ledger.Listings;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Listings;

public sealed class BookListingsTests
{
    [Fact]
    public void Every_kind_of_document_and_voucher_has_its_words_in_both_languages()
    {
        string[] kinds =
        [
            .. Enum.GetValues<DocumentKind>().Select(DocumentKinds.Name), Voucher.AllocationKind, Voucher.ReversalKind,
            Voucher.WriteOffKind,
        ];

        kinds.Should().OnlyContain(kind => IsChinese(DocumentKinds.Label(kind, false))
            && !IsChinese(DocumentKinds.Label(kind, true)));
    }

    [Fact]
    public void Every_listing_column_and_parameter_has_its_words_in_both_languages()
    {
        foreach (var listing in BookListings.All)
        {
            listing.Columns.Select(column => column.Name).Should().OnlyHaveUniqueItems(listing.Name);
            string[] zh =
            [
                listing.Chinese, .. listing.Columns.Select(column => column.Chinese),
                .. listing.Parameters.Select(parameter => parameter.Chinese),
            ];
            string[] en =
            [
                listing.English, .. listing.Columns.Select(column => column.English),
                .. listing.Parameters.Select(parameter => parameter.English),
            ];
            zh.Should().OnlyContain(text => IsChinese(text), listing.Name);
            en.Should().OnlyContain(text => text.Length > 0 && !IsChinese(text), listing.Name);
        }
    }

    [Fact]
    public async Task A_voucher_says_in_words_what_it_is_of_and_names_its_party()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 1000)) with { Note = "首批" });
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(1, 100)));

        var single = await RowsAsync(book, "vouchers", ("to", "2026-01-31"));
        var merged = await RowsAsync(book, "vouchers", ("to", "2026-01-31"), ("merged", "true"));

        single.Select(row => string.Join(' ', row.Select(cell => cell?.ToString()))).Should().HaveCount(4);
        single[0][1..9].Should().Equal("记", 1L, 1L, "采购入库 R1 首批", "1405", "库存商品", 1000m, 0m);
        single[1][2..].Should().Equal(
            1L, 2L, "采购入库 R1 首批", "2202", "应付账款", 0m, 1000m, Supplier, "康健医药", Store);
        merged.Select(row => row[4]).Should().OnlyContain(text => (string)text! == "采购入库 R1 等 2 张");
    }

    [Fact]
    public async Task What_is_open_uninvoiced_and_paid_is_named_by_codes_and_the_names_of_now()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 1000)));
        await book.PostedAsync(new ItemMaster(Item, "感冒灵", "A1") { BaseUnit = "盒", PackUnit = "箱", PackFactor = 20 });
        await book.PostedAsync(new PartyMaster(Supplier, "康健") { IsSupplier = true });

        var open = await RowsAsync(book, "open_items", ("account", "2202"), ("as_of", "2026-01-31"));
        var left = await RowsAsync(book, "uninvoiced", ("side", "purchases"), ("party", Supplier));
        var paid = await RowsAsync(book, "purchase_prices", ("item", Item));
        var last = await RowsAsync(book, "last_purchase_prices");
        var match = await RowsAsync(book, "three_way_match");
        var none = await RowsAsync(book, "open_items", ("account", "2202"), ("as_of", "2026-01-01"));

        open.Single()[..5].Should().Equal(Supplier, "康健", "purchase_receipt", "采购入库", "R1");
        left.Single()[..7].Should().Equal(Supplier, "康健", "R1", 1L, new DateOnly(2026, 1, 2), Item, "感冒灵");
        paid.Single().Should().Equal(
            Item, "感冒灵", Supplier, "康健", new DateOnly(2026, 1, 2), 10m, 1000m, 0m, 100m, 100m);
        last.Single().Should().Equal(paid.Single());
        match.Single()[..7].Should().Equal(Supplier, "康健", "R1", 1L, "", Item, "感冒灵");
        none.Should().BeEmpty();
    }

    [Fact]
    public async Task An_erased_party_has_no_name_any_more()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 1000)));
        await book.PostedAsync(new PartyErasure(Supplier, "本人要求"));

        (await RowsAsync(book, "open_items", ("account", "2202"), ("as_of", "2026-01-31"))).Single()[..2]
            .Should().Equal(Supplier, "");
    }

    [Fact]
    public async Task Without_dates_a_listing_is_of_the_month_so_far_and_with_an_end_of_its_month()
    {
        await using var book = await CreateAsync();
        await using var view = await book.Book.ReadAsync(default);
        var today = new DateOnly(2026, 3, 9);

        (await AskAsync(view, today)).Should().Be((new DateOnly(2026, 3, 1), today));
        (await AskAsync(view, today, ("to", "2026-02-27")))
            .Should().Be((new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 27)));
    }

    private static async Task<(object From, object To)> AskAsync(
        BookReader view, DateOnly today, params (string Name, string Text)[] texts)
    {
        var asker = new ListingAsker(
            texts.ToDictionary(text => text.Name, text => text.Text), BusinessDay.Shanghai, today, IsEnglish: true);
        var outcome = await BookListings.AskAsync(BookListings.Of("trial_balance"), view, asker, default);
        var asked = ((ListingOutcome.Answered)outcome).Answer.Parameters;
        asked.Select(one => one.Key).Should().Equal("from", "to");
        return (asked[0].Value, asked[1].Value);
    }

    private static async Task<List<object?[]>> RowsAsync(
        TestBook book, string name, params (string Name, string Text)[] texts)
    {
        await using var view = await book.Book.ReadAsync(default);
        var asker = new ListingAsker(
            texts.ToDictionary(text => text.Name, text => text.Text), BusinessDay.Shanghai, new DateOnly(2026, 1, 31),
            IsEnglish: false);
        var outcome = await BookListings.AskAsync(BookListings.Of(name), view, asker, default);
        var answer = outcome.Should().BeOfType<ListingOutcome.Answered>().Subject.Answer;
        answer.Seq.Should().Be(view.Seq);
        return await answer.Rows.ToListAsync();
    }

    private static bool IsChinese(string text) => text.Any(letter => letter is >= '一' and <= '鿿');
}
