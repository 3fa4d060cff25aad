using System.Text.Json;
using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary><c>analytics lineage</c> and what <c>generation</c> says of annexes and formats, as a person meets them.
/// </summary>
public sealed class LineageCommandTests
{
    [Fact]
    public async Task A_column_a_table_and_the_other_way_round_are_told_and_what_there_is_not_in_one_line()
    {
        using var column = await Child.RunAsync("analytics.dll", "lineage", "fact_sales.gross_amount");
        using var table = await Child.RunAsync(
            "analytics.dll", "lineage", "rollup_sales_day_store", "--format", "json");
        using var standing = await Child.RunAsync("analytics.dll", "lineage", "--of", "document_line.discount_amount");
        using var unknown = await Child.RunAsync("analytics.dll", "lineage", "fact_sales.nett_amount");
        using var unused = await Child.RunAsync("analytics.dll", "lineage", "--of", "document_line.nonsense");

        column.ShouldEndWith(0);
        column.Lines.Should().Equal(
            "fact_sales.gross_amount  Gross amount",
            "    from staging_document_line.net_amount <- document_line.net_amount",
            "    from staging_document_line.tax_amount <- document_line.tax_amount");
        table.ShouldEndWith(0);
        var columns = JsonDocument.Parse(string.Join('\n', table.Lines)).RootElement.EnumerateArray().ToList();
        columns.Select(one => one.GetProperty("column").GetString()).Should().Contain("rollup_sales_day_store.qty")
            .And.HaveCount(20);
        var qty = columns.Single(one => one.GetProperty("column").GetString() == "rollup_sales_day_store.qty");
        qty.GetProperty("star")[0].GetString().Should().Be("fact_sales.qty");
        qty.GetProperty("staging")[0].GetProperty("ledger")[0].GetString().Should().Be("document_line.qty");
        standing.ShouldEndWith(0);
        standing.Lines.Should().Contain(["fact_sales.discount_amount", "rollup_sales_month_item.discount_amount"]);
        unknown.ShouldEndWith(1);
        unknown.Errors.Should().ContainSingle().Which.Should().Contain("fact_sales.nett_amount");
        unused.ShouldEndWith(1);
        unused.Errors.Should().ContainSingle().Which.Should().Contain("document_line.nonsense");
    }
}
