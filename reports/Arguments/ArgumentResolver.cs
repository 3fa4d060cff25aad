using Analytics.Reports.Compare;

namespace Analytics.Reports.Arguments;

/// <summary>Turns the texts of a request into <see cref="ReportArguments"/>, or says everything that is wrong with
/// them.
/// </summary>
internal sealed class ArgumentResolver(ReportDefinition report, DateOnly today)
{
    public const int MostBuckets = 2000;

    // Far enough for any trade, and no date arithmetic of a window leaves the calendar.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2200, 12, 31);

    private readonly List<ReportRefusal> refusals = [];
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    public ReportArguments? Resolve(IReadOnlyDictionary<string, string> given, out IReadOnlyList<ReportRefusal> faults)
    {
        faults = refusals;
        var texts = given.Where(entry => !string.IsNullOrWhiteSpace(entry.Value))
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var names = report.Parameters.Select(parameter => parameter.Name).ToList();
        refusals.AddRange(given.Keys.Where(name => !names.Contains(name))
            .Select(name => Refusals.NoParameter(name, report.Id, names)));
        foreach (var parameter in report.Parameters)
        {
            Read(parameter, texts);
        }
        var period = RangeOf(texts);
        var grain = Enum.Parse<Grain>(values.GetValueOrDefault("grain") as string ?? "none", ignoreCase: true);
        CheckBuckets(period, grain);
        return refusals.Count > 0 ? null : new()
        {
            Values = Resolved(period),
            Period = period,
            Grain = grain,
            Windows = report.IsCompared ? Windows() : [],
            Dimensions = report.Parameters.Where(parameter => parameter.Type == ParameterType.Dimension)
                .ToDictionary(parameter => parameter.Name, parameter => DimensionOf(parameter.Name)),
        };
    }

    private void Read(ReportParameter parameter, Dictionary<string, string> texts)
    {
        var text = texts.GetValueOrDefault(parameter.Name) ?? parameter.Default;
        if (text is null)
        {
            values[parameter.Name] = null;
            if (!parameter.IsOptional && !IsEndOfRange(parameter.Name))
            {
                refusals.Add(Refusals.Missing(parameter.Name, ArgumentReader.FormOf(parameter.Type)));
            }
            return;
        }
        values[parameter.Name] = ArgumentReader.Read(parameter, text, today, out var refusal);
        if (refusal is not null)
        {
            refusals.Add(refusal);
        }
        else if (values[parameter.Name] is DateOnly date && (date < Earliest || date > Latest))
        {
            refusals.Add(Refusals.NotOf(parameter.Name, text, $"{Earliest:yyyy-MM-dd} … {Latest:yyyy-MM-dd}"));
        }
    }

    /// <summary>The range asked for: by its dates where they are given, else by the period's name.</summary>
    private Period? RangeOf(Dictionary<string, string> texts)
    {
        if (!values.TryGetValue("from_date", out var start) || !values.TryGetValue("to_date", out var end))
        {
            return null;
        }
        var (from, to) = (start as DateOnly?, end as DateOnly?);
        var hasFrom = from is not null || texts.ContainsKey("from_date");
        var hasTo = to is not null || texts.ContainsKey("to_date");
        if (!hasFrom && !hasTo)
        {
            return NamedRange();
        }
        if (texts.ContainsKey("period"))
        {
            refusals.Add(Refusals.PeriodAndRange());
        }
        if (!hasFrom || !hasTo)
        {
            refusals.Add(Refusals.HalfRange(hasFrom ? "to_date" : "from_date"));
        }
        if (from is not { } first || to is not { } last)
        {
            return null;
        }
        if (last < first)
        {
            refusals.Add(Refusals.Backwards(first, last));
        }
        values.Remove("period");
        return Period.Given(new(first, last));
    }

    private Period? NamedRange()
    {
        if (values.GetValueOrDefault("period") is not string name)
        {
            refusals.Add(Refusals.Missing("from_date", ArgumentReader.FormOf(ParameterType.Date)));
            return null;
        }
        var period = Period.Named(name, today);
        if (period is null)
        {
            refusals.Add(Refusals.NotAmong("period", name, Period.Names.Split(", ")));
        }
        return period;
    }

    private void CheckBuckets(Period? period, Grain grain)
    {
        if (period is null || refusals.Count > 0)
        {
            return;
        }
        var buckets = Bucket.Cut(period.Range, grain).Take(MostBuckets + 1).Count();
        if (buckets > MostBuckets)
        {
            buckets = Bucket.Cut(period.Range, grain).Count();
            refusals.Add(Refusals.TooManyBuckets((string)values["grain"]!, buckets, MostBuckets));
        }
    }

    /// <summary>Windows in the order asked for, each once; further custom ones are numbered.</summary>
    private List<Window> Windows()
    {
        var windows = new List<Window>();
        var keys = values["compare"] as IReadOnlyList<string> ?? [];
        foreach (var key in keys.Distinct(StringComparer.Ordinal).Where(key => key != Window.None))
        {
            var window = Window.Parse(key)!;
            var same = windows.Count(other => other.Rule == window.Rule);
            windows.Add(same == 0 ? window : window with
            {
                Key = $"{window.Key}_{same + 1}",
                Label = new($"{window.Label.Zh}{same + 1}", $"{window.Label.En} {same + 1}"),
            });
        }
        return windows;
    }

    private Dictionary<string, object?> Resolved(Period? period)
    {
        var resolved = new Dictionary<string, object?>(values, StringComparer.Ordinal);
        if (period is not null)
        {
            resolved["from_date"] = period.Range.From;
            resolved["to_date"] = period.Range.To;
        }
        return resolved;
    }

    private string? DimensionOf(string name) =>
        values[name] is string dimension && dimension != ArgumentReader.NoDimension ? dimension : null;

    private static bool IsEndOfRange(string name) => name is "from_date" or "to_date";
}
