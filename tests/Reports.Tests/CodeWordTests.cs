using System.Globalization;
using System.Text;
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

    private static async Task<string> TextAsync(ReportResult answer, ExportFormat format, CultureInfo culture)
    {
        using var target = new MemoryStream();
        await ReportFile.WriteAsync(
            answer, format, new ExportOptions(culture, Path.GetTempPath()), target, default);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
