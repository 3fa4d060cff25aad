using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>Price lists and prices of a foreign database, beside what a clerk would look up in its own rows.</summary>
public sealed class ForeignPriceTests
{
    private const string Book = """
        create table price_book (
            code varchar(20), title varchar(20), taxed int, starts timestamp, ends timestamp, used int);
        insert into price_book values ('RETAIL', '零售', 1, null, null, 1);
        insert into price_book values ('VIP', '会员', 0, '2026-01-15', '2026-12-31', 0);
        create table price_note (
            list varchar(20), party varchar(20), item varchar(20), unit varchar(20), least decimal(18, 4),
            price decimal(18, 6), starts timestamp, ends timestamp);
        """;

    private const string Held = """
        select list.price_list_code, party.party_code, item.item_code, price.entered_unit, price.min_qty,
            price.unit_price
        from fact_price as price
        join dim_price_list as list using (price_list_id) join dim_party as party using (party_id)
        join dim_item as item using (item_id)
        where date '$day' between price.valid_from_date and price.valid_to_date and price.replaced_by_key = -1
        qualify row_number() over (
            partition by price_kind, price_list_id, party_id, item_id, entered_unit, min_qty
            order by price.valid_from_date desc) = 1
        """;

    private sealed record Given(string? List, string? Party, string Item, string? Unit, decimal Least)
    {
        public decimal Price { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public string Values => string.Join(
            ", ", Quoted(List), Quoted(Party), Quoted(Item), Quoted(Unit), Least.ToString(CultureInfo.InvariantCulture),
            Price.ToString(CultureInfo.InvariantCulture), Quoted(From is { } from ? Date(from) : null),
            Quoted(To is { } to ? Date(to) : null));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Preset_prices_are_a_list_each(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres);
        using var desk = new ForeignDesk(book.Settings);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        book.Prices.Count.Should().BeInRange(12, 30);
        (await desk.RowsAsync(Held.Replace("$day", "2026-06-30", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).Should().Equal(
                book.Prices.Select(one => string.Join('|', one.List, "", one.Item, "盒", "0.0000", Text(one.Price)))
                    .Order(StringComparer.Ordinal));
        (await desk.RowsAsync("select price_list_code, price_list_name from dim_price_list order by 1")).Should().Equal(
            "|", "preprice1|预设售价一", "preprice2|预设售价二", "preprice3|预设售价三", "preprice4|零售价");
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_each_day_that_price_holds_which_began_last(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres, documents: 6);
        using var desk = new ForeignDesk(book.Settings);
        var given = Draw().DistinctBy(one => (one.List, one.Party, one.Item, one.Unit, one.Least, one.From)).ToList();
        await book.ExecuteAsync(Book + string.Concat(given.Select(Insert)));
        Map(desk);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(9))
        {
            (await desk.RowsAsync(Held.Replace("$day", Date(day), StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).Should().Equal(Holding(given, day), $"of {Date(day)}");
        }

        (await desk.RowsAsync("""
            select price_list_code, price_list_name, is_tax_included, strftime(starts_date, '%Y-%m-%d'),
                strftime(ends_date, '%Y-%m-%d'), is_active
            from dim_price_list where price_list_id > 0 order by 1
            """)).Should().Equal("RETAIL|零售|True|||True", "VIP|会员|False|2026-01-15|2026-12-31|False");
        (await desk.RowsAsync(
            "select party_code, price_list_code, price_list_name from dim_party where party_id > 0 order by 1"))
            .Should().Equal("C1|VIP|会员", "C2||", "V1||");
    }

    [Fact]
    public async Task Wrong_prices_are_listed_counted_and_taken_when_mended()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false, documents: 6);
        using var desk = new ForeignDesk(book.Settings);
        var one = new Given("RETAIL", null, "P1", null, 0) { Price = 2 };
        Given[] wrong =
        [
            one with { Item = "P2", Party = "C1" }, one with { Item = "P3", List = null }, one with { List = "NO" },
            one with { List = null, Party = "NO" }, one with { Item = "NO" }, one with { Item = "P4", Price = -1 },
            one with { Item = "P4", Least = -2 }, one with { Unit = "盒", Price = 3 },
            one with { Item = "P5", From = new(2026, 2, 2), To = new(2026, 2, 1) },
        ];
        await book.ExecuteAsync(Book + Insert(one) + string.Concat(wrong.Select(Insert))
            + "insert into price_note values ('VIP', null, 'P1', null, 0, 'abc', null, null);"
            + "insert into price_note values ('VIP', null, 'P1', null, 0, 1.2345678, null, null);");
        Map(desk);

        var published = await desk.PublishAsync();

        desk.Quarantined().Select(row => string.Join('|', row[0], row[1], row[3], row[4], row[6])).Should().Equal(
            "price.sql|2|price_list_code|RETAIL|is the price of a list or of a customer, one of both: mend the mapping",
            "price.sql|3|price_list_code||is the price of a list or of a customer, one of both: mend the mapping",
            "price.sql|4|price_list_code|NO|names what is not there: add it to the source, or mend it",
            "price.sql|5|party_code|NO|names what is not there: add it to the source, or mend it",
            "price.sql|6|item_code|NO|names what is not there: add it to the source, or mend it",
            "price.sql|7|unit_price|-1.000000|must not be below 0: mend it in the source",
            "price.sql|8|min_qty|-2.000000|must not be below 0: mend it in the source",
            "price.sql|9|item_code|P1|comes twice: take one out, or mend the mapping",
            "price.sql|10|valid_to|2026-02-01|is before the first day: mend it in the source",
            "price.sql|11|unit_price|abc|is no number: mend it in the source",
            "price.sql|12|unit_price|1.2345678|has too many decimals: mend it in the source, or say in the mapping how "
                + "to round");
        published.Quarantined.Should().Be(11);
        desk.History.Latest(1)[0].Steps.Single(step => step.Step == "accept price").Quarantined.Should().Be(11);
        (await desk.RowsAsync("select unit_price from fact_price")).Should().Equal("2.000000");

        await book.ExecuteAsync("update price_note set price = 4 where price in ('abc', -1);"
            + "delete from price_note where price > 1 and price < 2");
        await desk.PublishAsync();
        (await desk.RowsAsync(
            "select item_code, unit_price from fact_price join dim_item using (item_id) order by 1, 2"))
            .Should().Equal("P1|2.000000", "P1|4.000000", "P4|4.000000");
        desk.Quarantined().Should().HaveCount(8);
    }

    [Fact]
    public async Task A_party_of_a_list_that_is_not_there_is_left_out_with_its_documents()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        desk.CopyShipped((table, sql) => table == "party"
            ? $"select p.*, case p.party_code when 'C1' then 'NO' end as price_list_code from ({Bare(sql)}) as p"
            : sql);

        await desk.PublishAsync();

        desk.Quarantined().Where(row => row[0] == "party.sql").Select(row => string.Join('|', row[3], row[4]))
            .Should().Equal("price_list_code|NO");
        (await desk.RowsAsync("select distinct party_code from fact_sales join dim_party using (party_key) order by 1"))
            .Should().NotContain("C1").And.Contain("C2");
    }

    private static void Map(ForeignDesk desk) => desk.CopyShipped((table, sql) => table switch
    {
        "price_list" => "select code as price_list_code, title as price_list_name, taxed as includes_tax, "
            + "starts as valid_from, ends as valid_to, used as is_active from price_book",
        "price" => "select list as price_list_code, party as party_code, item as item_code, unit, least as min_qty, "
            + "price as unit_price, starts as valid_from, ends as valid_to from price_note",
        "party" => $"select p.*, case p.party_code when 'C1' then 'VIP' end as price_list_code from ({Bare(sql)}) as p",
        _ => sql,
    });

    private static IEnumerable<Given> Draw()
    {
        var random = new Random(11);
        for (var n = 0; n < 120; n++)
        {
            var isOfList = random.Next(3) > 0;
            var list = random.Next(2) == 0 ? "RETAIL" : "VIP";
            var from = new DateOnly(2026, 1, 1).AddDays(random.Next(250));
            yield return new Given(
                isOfList ? list : null, isOfList ? null : "C" + random.Next(1, 3), "P" + random.Next(1, 4),
                random.Next(2) == 0 ? null : "箱", random.Next(2) * 12)
            {
                Price = random.Next(1, 9_999_999) / 10_000m, From = n % 9 == 0 ? null : from,
                To = random.Next(2) == 0 ? null : from.AddDays(random.Next(90)),
            };
        }
    }

    private static List<string> Holding(List<Given> given, DateOnly day) =>
    [
        .. given.Where(one => (one.From ?? DateOnly.MinValue) <= day && day <= (one.To ?? DateOnly.MaxValue))
            .GroupBy(one => (one.List, one.Party, one.Item, one.Unit, one.Least))
            .Select(of => of.OrderBy(one => one.From ?? DateOnly.MinValue).Last())
            .Select(one => string.Join(
                '|', one.List, one.Party, one.Item, one.Unit ?? "盒",
                one.Least.ToString("0.0000", CultureInfo.InvariantCulture), Text(one.Price)))
            .Order(StringComparer.Ordinal),
    ];

    private static string Insert(Given one) => $"insert into price_note values ({one.Values});\n";

    private static string Bare(string sql) => sql.TrimEnd().TrimEnd(';');

    private static string Quoted(string? text) => text is null ? "null" : $"'{text}'";

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal price) => price.ToString("0.000000", CultureInfo.InvariantCulture);
}
