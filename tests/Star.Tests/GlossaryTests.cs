using System.Data.Common;
using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Star.Tests;

public sealed class GlossaryTests : IDisposable
{
    /// <summary>Parameters of measures that are no columns: the day, period or bound that is asked for.</summary>
    private static readonly Dictionary<string, string> Asked = new()
    {
        ["on_date"] = "date '2025-01-01'",
        ["period_from"] = "date '2025-01-01'",
        ["period_to"] = "date '2025-01-31'",
        ["within_days"] = "90",
        ["least_days"] = "0",
        ["most_days"] = "30",
    };

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Every_table_column_measure_and_dimension_has_one_row_and_no_row_is_unused()
    {
        var folder = new StarFolder(temp.File("star"));
        await SampleStar.BuildAsync(folder, new() { Days = 30 }, TimeProvider.System);
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);

        var columns = await Query.RowsAsync(
            lease.Connection, "select table_name, column_name from duckdb_columns() where not internal");
        var measures = await MacrosAsync(lease.Connection);
        var names = columns.Select(row => (string)row[1]!).ToHashSet();
        var dimensions = names.Where(name => name.EndsWith("_code", StringComparison.Ordinal))
            .Select(name => name[..^"_code".Length])
            .Where(name => names.Contains(name + "_name") || names.Contains(name + "_name_zh"));
        var used = columns.SelectMany(row => row).Cast<string>()
            .Concat(measures.Select(macro => macro.Name))
            .Concat(dimensions)
            .ToHashSet();

        // "report" and "rank" rows name columns that only reports have; the reports' own tests see to them.
        var glossary = Glossary.Load().Entries
            .Where(entry => entry.Kind is not ("report" or "rank"))
            .Select(entry => entry.Name)
            .ToList();
        glossary.Should().OnlyHaveUniqueItems();
        glossary.Except(used).Should().BeEmpty("each row tells something that is there");
        used.Except(glossary).Should().BeEmpty("each thing that is there has a row");
    }

    [Fact]
    public async Task Every_measure_can_be_called_with_the_columns_its_parameters_are_named_after()
    {
        var folder = new StarFolder(temp.File("star"));
        var sample = await SampleStar.BuildAsync(folder, new() { Days = 60 }, TimeProvider.System);
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);

        var answers = new Dictionary<string, object?>();
        foreach (var (name, parameters) in await MacrosAsync(lease.Connection))
        {
            var file = StarSchema.Measures.Single(
                measures => measures.Text.Contains($"macro {name}(", StringComparison.Ordinal));
            if (file.Name.StartsWith("fact_", StringComparison.Ordinal))
            {
                var arguments = parameters.Split(", ")
                    .Select(parameter => Asked.GetValueOrDefault(parameter, parameter));
                var rows = await Query.RowsAsync(
                    lease.Connection,
                    $"select {name}({string.Join(", ", arguments)}) from {lease.Schema}.{file.Name}");
                answers[name] = rows.Single()[0];
            }
        }

        var net = sample.Sales.Sum(sale => sale.Figures.Net);
        var margin = sample.Sales.Sum(sale => sale.Figures.Margin);
        answers.Keys.Should().Contain(
            ["sales_qty", "sales_amount", "margin_amount", "margin_rate", "cost_amount"]);
        answers["sales_qty"].Should().Be(sample.Sales.Sum(sale => sale.Figures.Qty));
        answers["sales_amount"].Should().Be(net);
        answers["margin_amount"].Should().Be(margin);
        answers["cost_amount"].Should().Be(sample.Sales.Sum(sale => sale.Figures.Cost));
        Convert.ToDouble(answers["margin_rate"], CultureInfo.InvariantCulture)
            .Should().BeApproximately((double)(margin / net), 1e-12);
    }

    [Fact]
    public async Task A_generation_explains_its_columns_in_comments()
    {
        var folder = new StarFolder(temp.File("star"));
        await SampleStar.BuildAsync(folder, new() { Days = 5 }, TimeProvider.System);
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);

        var uncommented = await Query.RowsAsync(
            lease.Connection, "select column_name from duckdb_columns() where not internal and comment is null");
        var net = await Query.RowsAsync(
            lease.Connection, "select comment from duckdb_columns() where column_name = 'net_amount' limit 1");

        uncommented.Should().BeEmpty();
        net.Single()[0].As<string>().Should().StartWith("不含税金额 | Net amount [CNY] | ");
    }

    [Fact]
    public void Every_fault_of_a_glossary_is_named_with_its_line()
    {
        const string Text = """
            name,zh,en,unit,kind,meaning,not
            qty,数量,Quantity,base unit,additive,"How many, signed.",
            qty,数量,Quantity,base unit,additive,Twice.,
            amount,金额,Amount,CNY,figure,Money.,
            short,短
            """;

        var parse = () => Glossary.Parse(Text);

        parse.Should().Throw<FormatException>().Which.Message.Split(Environment.NewLine).Should().Equal(
            "glossary.csv:3: 'qty' has a row already",
            "glossary.csv:4: unknown kind 'figure'",
            "glossary.csv:5: 7 fields expected, 2 found");
    }

    [Fact]
    public void Every_fault_of_the_codes_is_named_with_its_line()
    {
        const string Text = """
            columns,code,zh,en
            kind side,in,入,In
            side,in,入,In
            kind,out,出
            """;

        var parse = () => CodeWords.Parse(Text, [["kind", "in", "入", "In"]]);

        parse.Should().Throw<FormatException>().Which.Message.Split(Environment.NewLine).Should().Equal(
            "codes.csv:3: 'in' of side has a row already",
            "codes.csv:4: columns, code, zh and en must be filled, and nothing else",
            "'in' of kind has a row already");
    }

    [Fact]
    public void Every_column_of_codes_is_a_word_of_the_glossary_and_kinds_bear_the_names_of_the_Ledger()
    {
        var glossary = Glossary.Load();

        CodeWords.Load().Keys.Should().OnlyContain(column => glossary.Find(column) != null);
        glossary.Codes("document_kind")!["sale_return"].Should().Be(new Label("销售退货", "Sale return"));
        glossary.Codes("qty").Should().BeNull();
    }

    [Fact]
    public void A_label_is_Chinese_unless_the_culture_is_English()
    {
        var label = new Label("毛利额", "Margin");

        label.In(CultureInfo.GetCultureInfo("zh-CN")).Should().Be("毛利额");
        label.In(CultureInfo.GetCultureInfo("de-DE")).Should().Be("毛利额");
        label.In(CultureInfo.GetCultureInfo("en-GB")).Should().Be("Margin");
    }

    private static async Task<List<(string Name, string Parameters)>> MacrosAsync(DbConnection connection)
    {
        var rows = await Query.RowsAsync(connection, """
            select function_name, array_to_string(parameters, ', ')
            from duckdb_functions()
            where function_type = 'macro' and not internal
            """);
        return rows.Select(row => ((string)row[0]!, (string)row[1]!)).ToList();
    }
}
