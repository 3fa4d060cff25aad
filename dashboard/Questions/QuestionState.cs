using Analytics.Dashboard.Home;
using Analytics.Reports;
using Analytics.Reports.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Analytics.Dashboard.Questions;

/// <summary>What is asked of a report, or of the explorer: it stands in the address, so that a bookmark, the back
/// button and a file mean the same view.</summary>
/// <param name="Path">Of the page, without its query.</param>
/// <param name="Texts">Parameters as the runner takes them.</param>
public sealed record QuestionState(string Path, IReadOnlyDictionary<string, string> Texts)
{
    public const string ReportPath = "/report/";
    public const string ExplorePath = "/explore";

    public bool HasAllRows { get; init; }

    /// <summary>The path of a report's page, whatever its id is made of.</summary>
    public static string PathOf(string report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportPath + string.Join('/', report.Split('/').Select(Uri.EscapeDataString));
    }

    /// <summary>Reads the parameters of <paramref name="report"/>, and no other word of the address.</summary>
    public static QuestionState Of(ReportDefinition report, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(query);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in report.Parameters.Where(parameter => query.ContainsKey(parameter.Name)))
        {
            if (Text(parameter, query) is { } text)
            {
                texts[parameter.Name] = text;
            }
        }

        return new(PathOf(report.Id), Settled(texts)) { HasAllRows = query["rows"] == "all" };
    }

    /// <summary>Reads the words that the explorer knows.</summary>
    public static QuestionState OfExplorer(IEnumerable<string> names, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(query);
        var texts = names.Where(name => query[name].ToString().Trim().Length > 0)
            .ToDictionary(name => name, name => query[name].ToString().Trim(), StringComparer.Ordinal);
        return new(ExplorePath, Settled(texts)) { HasAllRows = query["rows"] == "all" };
    }

    /// <summary>The address; with a format it is a file's.</summary>
    public string Url(string? format = null)
    {
        var query = new QueryBuilder(Texts.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
        if (HasAllRows)
        {
            query.Add("rows", "all");
        }

        if (format is not null)
        {
            query.Add("format", format);
        }

        return Path + query.ToQueryString();
    }

    /// <summary>The address of the answer as pages of that paper.</summary>
    public string PrintUrl(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return Url("pdf") + "&paper=" + paper.Name;
    }

    private static string? Text(ReportParameter parameter, IQueryCollection query)
    {
        var values = query[parameter.Name].SelectMany(value => (value ?? "").Split(','))
            .Select(value => value.Trim()).Where(value => value.Length > 0).Distinct().ToList();
        return parameter switch
        {
            // The form sends "false" before a box, so that an empty one is said too.
            { Type: ParameterType.Bool, IsList: false } when values.Contains("true") => "true",
            // It sends an empty value too, so that nothing chosen differs from nothing said.
            { Type: ParameterType.Window, IsList: true } => values.Count > 0 ? string.Join(',', values) : "none",
            _ => values.Count > 0 ? string.Join(',', values) : null,
        };
    }

    /// <summary>A named period and dates exclude each other: what the picker says counts.</summary>
    private static Dictionary<string, string> Settled(Dictionary<string, string> texts)
    {
        if (texts.TryGetValue("period", out var period))
        {
            string[] dropped = period == Choices.CustomPeriod ? ["period"] : ["from_date", "to_date"];
            foreach (var name in dropped)
            {
                texts.Remove(name);
            }
        }

        return texts;
    }
}
