using Analytics.Reports;
using Analytics.Reports.Export;
using Microsoft.AspNetCore.Http.Extensions;

namespace Analytics.Dashboard.Questions;

/// <summary>From a row to the report behind it: what the row tells and the range it stands for become that report's
/// parameters.</summary>
internal sealed class Drill
{
    private readonly ReportDefinition target;
    private readonly ReportResult answer;

    /// <summary>Per parameter of the target, the column of the answer that fills it.</summary>
    private readonly List<(string Name, int Column)> filled = [];

    /// <summary>Parameters that are the same for every row.</summary>
    private readonly List<KeyValuePair<string, string>> kept = [];

    public Drill(ReportDefinition target, ReportResult answer)
    {
        (this.target, this.answer) = (target, answer);
        var hasRange = answer.Windows.Count > 0 && Takes("from_date") && Takes("to_date");
        if (hasRange)
        {
            kept.Add(new("from_date", CellText.Iso(answer.Windows[0].From)));
            kept.Add(new("to_date", CellText.Iso(answer.Windows[0].To)));
        }

        foreach (var parameter in target.Parameters.Where(parameter => !parameter.IsList))
        {
            if (ColumnFor(parameter) is int column and >= 0)
            {
                filled.Add((parameter.Name, column));
            }
            else if (IsKept(parameter))
            {
                kept.Add(new(parameter.Name, CellText.Exact(answer.Params[parameter.Name])));
            }
        }
    }

    public string Title(System.Globalization.CultureInfo culture) => target.Title.In(culture);

    /// <summary>The address behind a row; of the totals where <paramref name="row"/> is null. Null where the row tells
    /// nothing that the target could be narrowed by.</summary>
    public string? Url(object?[]? row)
    {
        var texts = new List<KeyValuePair<string, string>>(kept);
        if (row is not null)
        {
            var told = filled.Where(entry => row[entry.Column] is not null).ToList();
            if (told.Count == 0)
            {
                return null;
            }

            texts.AddRange(told.Select(entry =>
                KeyValuePair.Create(entry.Name, CellText.Exact(row[entry.Column]))));
            Narrow(texts, row);
        }

        return QuestionState.PathOf(target.Id) + new QueryBuilder(texts).ToQueryString();
    }

    /// <summary>A row of a bucket stands for the bucket's days, those of them that lie in the range.</summary>
    private void Narrow(List<KeyValuePair<string, string>> texts, object?[] row)
    {
        var at = IndexOf("bucket");
        if (at < 0 || row[at] is not DateOnly from || answer.Windows.Count == 0 || !Takes("from_date"))
        {
            return;
        }

        var to = answer.Params.GetValueOrDefault("grain") switch
        {
            "day" => from,
            "week" => from.AddDays(6),
            "month" => from.AddMonths(1).AddDays(-1),
            "quarter" => from.AddMonths(3).AddDays(-1),
            "year" => from.AddYears(1).AddDays(-1),
            _ => answer.Windows[0].To,
        };
        texts.RemoveAll(entry => entry.Key is "from_date" or "to_date");
        texts.Add(new("from_date", CellText.Iso(from < answer.Windows[0].From ? answer.Windows[0].From : from)));
        texts.Add(new("to_date", CellText.Iso(to > answer.Windows[0].To ? answer.Windows[0].To : to)));
    }

    private bool Takes(string name) => target.Parameters.Any(parameter => parameter.Name == name);

    /// <summary>Same name and type of thing: an account stays the account, a cost basis the basis.</summary>
    private bool IsKept(ReportParameter parameter) =>
        parameter.Name is not ("period" or "from_date" or "to_date" or "grain" or "compare")
        && parameter.Type != ParameterType.Dimension
        && answer.Params.GetValueOrDefault(parameter.Name) is { } value
        && (parameter.Choices.Count == 0 || parameter.Choices.Contains(CellText.Exact(value)));

    private int ColumnFor(ReportParameter parameter)
    {
        if (parameter.Type is ParameterType.Dimension or ParameterType.Window or ParameterType.Bool)
        {
            return -1;
        }

        // A dimension that was chosen for the rows: by=item fills the target's item with the row's code.
        var chosen = answer.Params.FirstOrDefault(entry =>
            entry.Value is string dimension && dimension == parameter.Name && IndexOf(entry.Key + "_code") >= 0).Key;
        var names = new[] { chosen is null ? "" : chosen + "_code", parameter.Name + "_code", parameter.Name };
        return names.Select(IndexOf).FirstOrDefault(index => index >= 0, -1);
    }

    private int IndexOf(string name) =>
        Enumerable.Range(0, answer.Columns.Count).FirstOrDefault(index => answer.Columns[index].Name == name, -1);
}
