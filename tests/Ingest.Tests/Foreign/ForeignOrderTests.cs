using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>Orders of a foreign database: what was ordered, what followed and what was ended, beside a count of the
/// lines.</summary>
public sealed class ForeignOrderTests
{
    private const string Steps = """
        select ordered.order_no, ordered.order_line_no, ordered.order_kind, ordered.order_step, ordered.document_no,
            strftime(ordered.business_date, '%Y-%m-%d'), store.store_code, party.party_code, item.item_code,
            ordered.ordered_qty, ordered.ordered_net_amount, ordered.ordered_tax_amount, ordered.followed_qty,
            ordered.ended_qty, ordered.open_qty
        from fact_order as ordered
        join dim_store as store using (store_key) join dim_party as party using (party_key)
        join dim_item as item using (item_key)
        """;

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Orders_are_ordered_followed_and_ended_as_their_lines_say(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres, documents: 120);
        using var desk = new ForeignDesk(book.Settings);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        var steps = book.OrderLines.SelectMany(Expected).Order(StringComparer.Ordinal).ToList();
        steps.Where(step => step.Contains("|followed|", StringComparison.Ordinal)).Should().HaveCountGreaterThan(20);
        steps.Where(step => step.Contains("|ended|", StringComparison.Ordinal)).Should().HaveCountGreaterThan(4);
        (await desk.RowsAsync(Steps)).Order(StringComparer.Ordinal).Should().Equal(steps);
        // What the source itself says came in.
        (await desk.RowsAsync("select sum(followed_qty)::decimal(18, 4) from fact_order")).Should().Equal(
            Text(book.OrderLines.Sum(line => line.Followed.Sum(one => one.Qty))));
    }

    [Fact]
    public async Task An_order_bears_the_day_it_is_expected_and_the_day_it_was_ended_where_the_source_says_them()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        desk.CopyShipped((table, sql) => table switch
        {
            "document" => $"select d.*, date(d.business_date, '+9 days') as expected_date from ({Bare(sql)}) as d",
            "ended_line" => $"select e.*, '2026-05-05' as ended_date from ({Bare(sql)}) as e",
            _ => sql,
        });

        await desk.PublishAsync();

        (await desk.RowsAsync(
            "select distinct expected_date - order_date from fact_order")).Should().Equal("9");
        (await desk.RowsAsync("select distinct strftime(business_date, '%Y-%m-%d') from fact_order "
            + "where order_step = 'ended'")).Should().Equal("2026-05-05");
    }

    [Fact]
    public async Task A_source_without_orders_or_endings_leaves_them_out_and_a_wrong_ending_leaves_out_its_order()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var without = new ForeignDesk(book.Settings);
        using var desk = new ForeignDesk(book.Settings);
        without.CopyShippedWithout(["ended_line"], "false");
        desk.CopyShipped((table, sql) => table == "ended_line"
            ? "select 5 as document_id, 99 as line_no union all select 8, 1 union all select 8, 1"
            : sql);

        await without.PublishAsync();
        await desk.PublishAsync();

        (await without.RowsAsync("select count(*) from fact_order where order_step = 'ended'")).Should().Equal("0");
        desk.Quarantined().Where(row => row[0] == "ended_line.sql" && row[3] == "line_no")
            .Select(row => string.Join('|', row[2], row[4])).Should().BeEquivalentTo("5|99", "8|1");
        (await desk.RowsAsync("select count(*) from fact_order where order_no in ('O1', 'O2')")).Should().Equal("0");
    }

    private static string Bare(string sql) => sql.TrimEnd().TrimEnd(';');

    private static IEnumerable<string> Expected(GraspOrderLine line)
    {
        yield return Step(line, "ordered", (line.OrderNo, line.At), [line.Qty, line.Net, line.Tax, 0, 0, line.Qty]);
        foreach (var one in line.Followed)
        {
            yield return Step(line, "followed", (one.DocumentNo, one.At), [0, 0, 0, one.Qty, 0, -one.Qty]);
        }

        var rest = line.Qty - line.Followed.Sum(one => one.Qty);
        if (line.IsOver && rest > 0)
        {
            var day = line.Followed.Select(one => one.At).Append(line.At).Max();
            yield return Step(line, "ended", (line.OrderNo, day), [0, 0, 0, 0, rest, -rest]);
        }
    }

    private static string Step(GraspOrderLine line, string step, (string No, DateTime At) by, decimal[] figures) =>
        string.Join('|', new[]
        {
            line.OrderNo, line.LineNo.ToString(CultureInfo.InvariantCulture), line.Kind, step, by.No,
            by.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Store, line.Party, line.Item,
        }.Concat(figures.Select(Text)));

    private static string Text(decimal value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
