using Analytics.Reports.Definition;
using Analytics.Star;

namespace Analytics.Reports.Tests.Definition;

public sealed class DefinitionParserTests
{
    private static readonly Glossary Glossary = Glossary.Load();

    private const string Sound = """
        -- title:  净销售额 | Net sales
        -- grain:  by_code, bucket
        -- params: from_date date = month_start, to_date date = today
        --         by dimension = store, stores list of text optional
        --         compare list of window = last_year, previous
        --         least decimal = 0.5, kind text = sale in sale|sale_return
        -- chart:  line
        -- why:    First line
        --         and second.
        select sales.by_code, bucket.bucket_date as bucket, sales_amount(net_amount) as sales_amount, -- $not_one
        from sales
        join bucket on sales.period_date between bucket.from_date and bucket.to_date
        where ($stores is null or store_code in (select unnest($stores)))
            and net_amount > $least and document_kind = $kind
        group by all
        """;

    [Fact]
    public void A_sound_file_has_no_fault_and_all_it_says()
    {
        var (report, faults) = DefinitionParser.Parse("sales/net", Sound, Glossary);
        faults.Should().BeEmpty();
        report!.Title.Should().Be(new Label("净销售额", "Net sales"));
        report.Grain.Should().Equal("by_code", "bucket");
        report.Why.Should().Be(new Label("First line and second.", "First line and second."));
        report.IsCompared.Should().BeTrue();
        report.Parameters.Select(parameter => parameter.Name).Should()
            .Equal("from_date", "to_date", "by", "stores", "compare", "least", "kind");
        var compare = report.Parameters[4];
        (compare.Type, compare.IsList, compare.Default)
            .Should().Be((ParameterType.Window, true, "last_year, previous"));
        report.Parameters[3].IsOptional.Should().BeTrue();
        report.Parameters[6].Choices.Should().Equal("sale", "sale_return");
        report.Sql.Should().StartWith("select").And.NotContain("-- title");
    }

    [Theory]
    [InlineData("-- chart:", "-- chrat:", 7, "unknown key 'chrat'")]
    [InlineData("净销售额 | Net sales", "净销售额", 1, "a title has two halves")]
    [InlineData("净销售额 | Net sales", "净销售额 | ", 1, "a title has two halves")]
    [InlineData("as sales_amount", "as takings", 10, "column 'takings' has no label")]
    [InlineData("as sales_amount", "", 10, "a column has no name")]
    [InlineData("> $least", "> 1", 6, "parameter 'least' is declared and not used")]
    [InlineData("> $least", "> $least + $more", 14, "parameter $more is not declared")]
    [InlineData("least decimal", "least money", 6, "'least money = 0.5' declares no parameter")]
    [InlineData("by_code, bucket", "by_code, day", 2, "grain names 'day'")]
    [InlineData("= 0.5", "= half", 6, "least: 'half' does not do")]
    [InlineData("= sale in", "= sold in", 6, "kind: there is no 'sold'")]
    [InlineData("from_date date = month_start", "from_date text = x", 3, "'from_date' is a reserved name of type date")]
    [InlineData("least decimal = 0.5", "least decimal = 0.5, grain text = hour", 6, "grain: there is no 'hour'")]
    [InlineData("least decimal = 0.5", "least decimal = 0.5, grain text in day|hour", 6, "'grain' is never 'hour'")]
    [InlineData("least decimal = 0.5", "least decimal = 0.5, store_scope text = old", 6,
        "store_scope: there is no 'old'")]
    [InlineData("least decimal = 0.5", "least decimal = 0.5, tax_basis text in net|both", 6,
        "'tax_basis' is never 'both'")]
    [InlineData("least decimal = 0.5", "least decimal = 0.5, amount_unit text = million", 6,
        "amount_unit: there is no 'million'")]
    [InlineData("least decimal = 0.5", "least decimal = 0.5, unit text = base", 6, "'unit' is declared and not used")]
    [InlineData("least decimal = 0.5", "scope_stores decimal = 0.5", 6, "are taken; rename it")]
    [InlineData("-- chart:  line", "-- chart:  line\n-- chart:  bar", 8, "key 'chart' stands twice")]
    [InlineData("last_year, previous", "last_year, previos", 5, "'previos' does not do")]
    public void A_fault_is_told_with_its_line(string sound, string bad, int line, string message)
    {
        var text = Sound.Replace(sound, bad, StringComparison.Ordinal);
        var (report, faults) = DefinitionParser.Parse("x", text, Glossary);
        report.Should().BeNull();
        faults.Should().Contain(fault =>
            fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_report_answers_is_told_in_both_languages_and_Chinese_goes_on_without_a_blank()
    {
        var text = Sound.Replace("-- why:    First line", "-- why:    第一行，\n--         第二行。 |\n--         First line",
            StringComparison.Ordinal);
        var (report, faults) = DefinitionParser.Parse("x", text, Glossary);
        faults.Should().BeEmpty();
        report!.Why.Should().Be(new Label("第一行，第二行。", "First line and second."));
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once_as_path_and_line()
    {
        var catalog = Catalog.Load(
            [
                ("sales/a.sql", "sales/a", Sound.Replace("-- chart:", "-- chrat:", StringComparison.Ordinal)
                    .Replace("as sales_amount", "as takings", StringComparison.Ordinal)),
                ("sales/b.sql", "sales/b", Sound),
                ("/own/sales/b.sql", "sales/b", Sound),
            ],
            Glossary);
        catalog.Reports.Select(report => report.Id).Should().Equal("sales/b");
        catalog.Errors.Should().HaveCount(3);
        catalog.Errors[0].Should().StartWith("sales/a.sql:7: unknown key 'chrat'");
        catalog.Errors[1].Should().StartWith("sales/a.sql:10: column 'takings'");
        catalog.Errors[2].Should().StartWith("/own/sales/b.sql:1: a report 'sales/b' is there already");
    }

    [Fact]
    public void A_companys_own_file_is_a_report_like_any_other()
    {
        using var folder = new Fixtures.TempFolder();
        Directory.CreateDirectory(folder.File("own"));
        File.WriteAllText(folder.File("own", "net.sql"), Sound);
        var catalog = Catalog.Load([folder.FullPath, folder.File("absent")]);
        catalog.Errors.Should().BeEmpty();
        catalog.Find("own/net").Should().NotBeNull();
        catalog.Find("sales/year_on_year").Should().NotBeNull();
    }
}
