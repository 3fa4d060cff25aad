using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>Targets of a foreign database, beside the plans as somebody wrote them down.</summary>
public sealed class ForeignTargetTests
{
    private const string Table = """
        create table plan (
            whose varchar(20), code varchar(20), figure varchar(20), month int, least decimal(18, 4),
            aim decimal(18, 4), most decimal(18, 4));
        """;

    private static readonly (string Whose, string Code)[] Scopes =
    [
        ("company", ""), ("store", "S1"), ("store", "S2"), ("employee", "E1"), ("category", "0000100001"),
        ("party", "C1"), ("party", "C2"),
    ];

    private sealed record Plan(string Whose, string? Code, string Figure, int Month)
    {
        public decimal? Least { get; init; }

        public decimal Aim { get; init; }

        public decimal? Most { get; init; }
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Targets_are_what_was_planned_for_each_and_every_month(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres, documents: 6);
        using var desk = new ForeignDesk(book.Settings);
        var plans = Draw().ToList();
        await book.ExecuteAsync(Table + string.Concat(plans.Select(Insert)));
        Map(desk);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        plans.Count.Should().BeGreaterThan(60);
        (await desk.RowsAsync("""
            select scope_kind,
                coalesce(store.store_code, employee.employee_code, party.party_code, category.category_code, ''),
                measure, month_key, strftime(period_date, '%Y-%m-%d'), floor_amount, target_amount, stretch_amount
            from fact_target as target
            left join dim_store as store on store.store_id = target.store_id and target.store_id > 0
            left join dim_employee as employee on employee.employee_id = target.employee_id and target.employee_id > 0
            left join dim_party as party on party.party_id = target.party_id and target.party_id > 0
            left join dim_category as category
                on category.category_id = target.scope_id and target.scope_kind = 'category'
            where target.is_current
            """)).Order(StringComparer.Ordinal).Should().Equal(
            plans.Select(plan => string.Join(
                '|', plan.Whose, plan.Code, plan.Figure, plan.Month,
                $"{plan.Month / 100}-{plan.Month % 100:00}-01", Text(plan.Least ?? plan.Aim), Text(plan.Aim),
                Text(plan.Most ?? plan.Aim))).Order(StringComparer.Ordinal));
        (await desk.RowsAsync(
            "select month_key, sum(target_amount)::decimal(18, 4) from fact_target "
            + "where measure = 'net_sales' and scope_kind = 'store' group by all order by 1")).Should().Equal(
            plans.Where(plan => plan is { Figure: "net_sales", Whose: "store" }).GroupBy(plan => plan.Month)
                .OrderBy(of => of.Key).Select(of => $"{of.Key}|{Text(of.Sum(plan => plan.Aim))}"));
    }

    [Fact]
    public async Task Wrong_targets_are_listed_counted_and_taken_when_mended()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false, documents: 6);
        using var desk = new ForeignDesk(book.Settings);
        var one = new Plan("store", "S1", "net_sales", 202601) { Aim = 100 };
        Plan[] wrong =
        [
            one with { Whose = "channel", Code = "X" }, one with { Code = "S9" }, one with { Code = null },
            one with { Whose = "company" }, one with { Month = 202613 }, one with { Month = 26 },
            one with { Month = 202602, Least = 101 }, one with { Month = 202603, Most = 99 }, one with { Aim = 7 },
        ];
        await book.ExecuteAsync(Table + Insert(one) + string.Concat(wrong.Select(Insert)));
        Map(desk);

        var published = await desk.PublishAsync();

        desk.Quarantined().Select(row => string.Join('|', row[0], row[1], row[3], row[4], row[6])).Should().Equal(
            "target.sql|2|scope|channel|names what is not there: add it to the source, or mend it",
            "target.sql|3|scope_code|S9|names what is not there: add it to the source, or mend it",
            "target.sql|4|scope_code||names what is not there: add it to the source, or mend it",
            "target.sql|5|scope_code|S1|names what is not there: add it to the source, or mend it",
            "target.sql|6|month_key|202613|is no year and month, such as 202601: mend the mapping",
            "target.sql|7|month_key|26|is no year and month, such as 202601: mend the mapping",
            "target.sql|8|floor_amount|101.0000|is a floor above the target or a stretch below it: mend it in the "
                + "source",
            "target.sql|9|stretch_amount|99.0000|is a floor above the target or a stretch below it: mend it in the "
                + "source",
            "target.sql|10|scope_code|S1|comes twice: take one out, or mend the mapping");
        published.Quarantined.Should().Be(9);
        (await desk.RowsAsync("select month_key, target_amount from fact_target")).Should().Equal("202601|100.0000");

        await book.ExecuteAsync("update plan set month = 202612 where month = 202613; delete from plan where aim = 7");
        await desk.PublishAsync();
        (await desk.RowsAsync("select month_key, target_amount from fact_target order by 1")).Should().Equal(
            "202601|100.0000", "202612|100.0000");
        desk.Quarantined().Should().HaveCount(7);
    }

    private static void Map(ForeignDesk desk)
    {
        desk.CopyShipped();
        desk.Map("target", "select whose as scope, code as scope_code, figure as measure, month as month_key, "
            + "aim as target_amount, least as floor_amount, most as stretch_amount from plan");
    }

    private static IEnumerable<Plan> Draw()
    {
        var random = new Random(13);
        foreach (var (whose, code) in Scopes)
        {
            for (var month = 202601; month <= 202612; month++)
            {
                var aim = random.Next(1, 9_999_999) / 100m;
                yield return new Plan(whose, code.Length == 0 ? null : code, "net_sales", month)
                {
                    Aim = aim, Least = random.Next(2) == 0 ? null : aim - (random.Next(99) / 100m),
                    Most = random.Next(2) == 0 ? null : aim + (random.Next(99) / 100m),
                };
            }

            yield return new Plan(whose, code.Length == 0 ? null : code, "tickets", 202512) { Aim = random.Next(99) };
        }
    }

    private static string Insert(Plan plan) => FormattableString.Invariant(
        $"insert into plan values ('{plan.Whose}', {Quoted(plan.Code)}, '{plan.Figure}', {plan.Month}, ")
        + $"{Number(plan.Least)}, {Number(plan.Aim)}, {Number(plan.Most)});\n";

    private static string Quoted(string? text) => text is null ? "null" : $"'{text}'";

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Text(decimal value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
