using System.Globalization;
using System.Text;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Reports.Tests;

/// <summary>Values that are codes: words for people, the codes for programs and for what a row leads to.</summary>
[Collection(nameof(LivedCompany))]
public sealed class CodeWordTests(LivedCompany company)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public async Task Every_code_of_a_company_that_has_lived_has_its_word()
    {
        var glossary = Glossary.Load();
        var columns = await company.FactsAsync(
            "select table_name, column_name from duckdb_columns() where database_name || '.' || schema_name = '{s}'");
        var coded = columns.Select(row => (Table: (string)row[0]!, Column: (string)row[1]!))
            .Where(column => glossary.Codes(column.Column) is not null).ToList();
        coded.Should().HaveCountGreaterThan(30);

        foreach (var (table, column) in coded)
        {
            var codes = await company.FactsAsync($"select distinct {column} from {{s}}.{table} where {column} <> ''");
            codes.Select(row => (string)row[0]!).Should().BeSubsetOf(
                glossary.Codes(column)!.Keys, "each has a word, of {0}.{1}", table, column);
        }
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Table)]
    [InlineData(ExportFormat.Html)]
    public async Task Files_for_people_have_words_in_their_language(ExportFormat format)
    {
        var answer = await company.AnswerAsync("sales/detail", "period=this_year");

        var zh = await TextAsync(answer, format, Chinese);
        var en = await TextAsync(answer, format, English);

        zh.Should().Contain("销售退货").And.NotContain("sale_return");
        en.Should().Contain("Sale return").And.NotContain("sale_return");
    }

    [Fact]
    public async Task Files_for_programs_and_the_answer_itself_keep_the_codes()
    {
        var answer = await company.AnswerAsync("sales/detail", "period=this_year");
        var at = answer.Columns.ToList().FindIndex(column => column.Name == "document_kind");

        answer.Rows.Select(row => row[at]).Should().Contain("sale_return");
        (await TextAsync(answer, ExportFormat.Json, Chinese)).Should().Contain("\"sale_return\"")
            .And.NotContain("\"销售退货\"");
    }

    [Fact]
    public async Task A_value_that_no_word_is_known_for_stays_as_it_is()
    {
        var answer = await company.AnswerAsync("sales/detail", "period=this_year");
        var at = answer.Columns.ToList().FindIndex(column => column.Name == "document_kind");
        object?[] strange = [.. answer.Rows[0]];
        strange[at] = "swap";

        var text = await TextAsync(answer with { Rows = [strange] }, ExportFormat.Csv, Chinese);

        text.Should().Contain("swap");
    }

    [Fact]
    public void Every_parameter_of_the_catalog_and_every_word_that_one_takes_has_its_words()
    {
        foreach (var parameter in Catalog.Load(null).Reports.SelectMany(report => report.Parameters)
            .Concat(ExploreText.Range))
        {
            ReportWords.Parameter(parameter.Name).Should().NotBeNull("{0} stands in words.csv", parameter.Name);
            parameter.Choices.Where(choice => ReportWords.Value(choice) is null)
                .Should().BeEmpty("what {0} takes stands in words.csv", parameter.Name);
        }
    }

    [Fact]
    public async Task A_page_says_what_was_asked_in_words_and_leaves_codes_of_the_company_alone()
    {
        var answer = await company.AnswerAsync("sales/ranking", "period=this_year", "by=item");
        var text = await TextAsync(answer with
        {
            Params = new Dictionary<string, object?>(answer.Params) { ["item"] = "open", ["own"] = "open" },
        }, ExportFormat.Html, Chinese);

        text.Should().Contain("期间：本年").And.Contain("维度：商品").And.Contain("金额单位：元")
            .And.Contain("商品代码：open").And.Contain("own：open").And.NotContain("by=").And.NotContain("from_date");
        (await TextAsync(answer, ExportFormat.Html, English))
            .Should().Contain("Period: This year").And.Contain("By: Item");
    }

    private static async Task<string> TextAsync(ReportResult answer, ExportFormat format, CultureInfo culture)
    {
        using var target = new MemoryStream();
        await ReportFile.WriteAsync(
            answer, format, new ExportOptions(culture, Path.GetTempPath()), target, default);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
