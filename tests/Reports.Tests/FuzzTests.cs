using System.Text;
using Analytics.Reports.Explore;
using Analytics.Star;
using CsCheck;

namespace Analytics.Reports.Tests;

/// <summary>Whatever is typed, pasted or sent ends in an answer or in lines that say what is wrong, never in a fault.
/// </summary>
[Collection(nameof(LivedCompany))]
public sealed class FuzzTests(LivedCompany lived)
{
    private static readonly string[] Hostile =
    [
        "' or 1=1 --", "'; drop table fact_sales; --", "\"", "$1", "$from_date", "{0}", "%", "_", "\\", "\0", "\r\n",
        "\u202e", "😀", "NaN", "-0", "1e308", "99999999999999999999999999999", "0001-01-01", "9999-12-31", "2024-02-30",
        "null", "true", "[]", "{}", "../../etc/passwd", "read_csv('/etc/passwd')", "getvariable('x')", ",", ",,", "|",
        "=",
        "custom:", "custom:2024-01-01..2023-01-01", "custom:0001-01-01..9999-12-31", "a,b,c,d,e,f,g,h", "",
    ];

    private static readonly string[] Plausible =
    [
        "store", "item", "none", "category1", "month", "day", "year", "last_year", "previous", "lunar", "this_month",
        "this_year", "today", "2024-02-29", "2026-03-01", "all", "comparable", "new", "1122", "2202", "S01", "10",
        "0.5", "false", "sales_amount", "margin_rate", "store,item", "custom:2025-01-01..2025-01-31",
    ];

    private static readonly string[] Words =
    [
        " select ", " from ", " where false ", " group by ", " union all select 1 ", " / 0 ", " * 1e300 ", "::int",
        " cast('x' as date) ", " -1::utinyint ", " limit -1 ", ")", "(", " sum(sum(1)) ", " repeat('x', 1000000000) ",
        " from range(100000000000) ", " join bucket on true ", " over () ",
        " 170141183460469231731687303715884105727 + 1 ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        OneOf(Hostile), OneOf(Plausible), OneOf(Plausible), Gen.String[0, 40],
        Gen.Select(OneOf(Plausible), OneOf(Hostile), (left, right) => left + right));

    [Fact]
    public Task Any_report_with_anything_for_its_parameters_answers_or_says_what_is_wrong()
    {
        var reports = Catalog.Load(null).Reports;
        return Gen.Select(Gen.Int[0, reports.Count - 1], Texts.Array[12], Gen.Int[0, 4095], Texts).SampleAsync(
            async (at, texts, chosen, name) =>
            {
                var given = reports[at].Parameters.Take(12)
                    .Where((_, i) => (chosen >> i & 1) == 1)
                    .Select((parameter, i) => (parameter.Name, Text: texts[i]))
                    .Append((Name: chosen % 9 == 0 ? name : "period", Text: chosen % 9 == 0 ? "x" : ""))
                    .DistinctBy(entry => entry.Name).ToDictionary(entry => entry.Name, entry => entry.Text);
                Told(await lived.Runner.RunAsync(new(reports[at].Id, given), Scope.Everything, default));
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public Task The_explorer_with_anything_for_its_texts_answers_or_says_what_is_wrong()
    {
        var explorer = new Explorer(lived.Runner, MeasureCatalog.Load(Glossary.Load()));
        return Gen.Select(Texts.Array[ExploreText.Names.Count], Gen.Int).SampleAsync(
            async (texts, chosen) =>
            {
                var given = ExploreText.Names.Select((name, i) => (name, Text: texts[i]))
                    .Where((_, i) => (chosen >> i & 1) == 1 || i == 0)
                    .ToDictionary(entry => entry.name, entry => entry.Text);
                if (chosen % 3 != 0)
                {
                    given["measures"] = "sales_amount";
                }
                if (ExploreText.Read(given, out var faults) is { } query)
                {
                    Told(await explorer.RunAsync(query, Scope.Everything, default));
                }
                else
                {
                    Told(new ReportOutcome.Refused(faults));
                }
            },
            iter: 300, threads: 1);
    }

    [Fact]
    public void Anything_for_a_saved_question_is_read_or_said_what_is_wrong_with() => Gen.Select(
        OneOf(
            """{"report": "sales/year_on_year", "params": {"by": "store"}}""",
            """{"explore": {"measures": "sales_amount", "by": "store", "top": "5"}}""",
            "[]", "null", "1", "\"x\"", "{\"report\": {}}", "{\"explore\": null}", new string('[', 2000)),
        Gen.Int[0, 70], Texts, Gen.Int[0, 6]).Sample(
        (json, at, text, cut) =>
        {
            var from = Math.Min(at, json.Length);
            var mutated = json[..from] + text + json[Math.Min(from + cut, json.Length)..];
            if (SavedQuery.Parse(mutated, out var faults) is { } found)
            {
                SavedQuery.Parse(found.ToJson(), out _).Should().BeEquivalentTo(found);
            }
            else
            {
                Told(new ReportOutcome.Refused(faults));
            }
        },
        iter: 5000, threads: 1);

    [Fact]
    public Task A_report_file_with_anything_wrong_in_it_is_refused_by_line_or_answers()
    {
        var files = Shipped();
        return Gen.Select(
            Gen.Int[0, files.Count - 1], Gen.Double[0, 1], Gen.Int[0, 30],
            Gen.OneOf(OneOf(Hostile), OneOf(Words), Gen.Const(""))).SampleAsync(
            async (at, place, cut, text) =>
            {
                var from = (int)(place * files[at].Length);
                var mutated = new StringBuilder(files[at])
                    .Remove(from, Math.Min(cut, files[at].Length - from)).Insert(from, text).ToString();
                var own = Catalog.Load([("own/fuzz.sql", "own/fuzz", mutated)], Glossary.Load());
                own.ErrorsOf("own/fuzz").Where(error => !error.StartsWith("own/fuzz.sql:", StringComparison.Ordinal))
                    .Should().BeEmpty();
                var runner = new ReportRunner(lived.Readers, own, Glossary.Load(), TimeProvider.System, Company.Zone);
                Told(await runner.RunAsync(
                    new("own/fuzz", new Dictionary<string, string>()) { TimeLimit = TimeSpan.FromSeconds(5) },
                    Scope.Everything, default));
            },
            iter: 300, threads: 1);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static List<string> Shipped()
    {
        var assembly = typeof(Catalog).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("catalog/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })];
    }

    private static void Told(ReportOutcome outcome)
    {
        if (outcome is ReportOutcome.Refused refused)
        {
            refused.Lines.Should().NotBeEmpty();
            refused.Lines.Should().OnlyContain(line => line.Message.Zh.Length > 0 && line.Message.En.Length > 0
                && !line.Message.En.Contains('\n') && !line.Message.Zh.Contains('\n'));
        }
    }
}
