using System.Globalization;
using Analytics.Reports.Arguments;
using Analytics.Reports.Relations;
using Analytics.Reports.Running;

namespace Analytics.Reports.Explore;

/// <summary>A query as texts by name, the form in which command line, address and saved configs hold it.</summary>
/// <remarks><c>measures</c> and <c>by</c> are lists by commas; <c>where</c> and <c>having</c> lists by semicolons.
/// </remarks>
public static class ExploreText
{
    /// <summary>What a query takes as a report that is compared does: its <see cref="ExploreQuery.Range"/>.</summary>
    public static IReadOnlyList<ReportParameter> Range { get; } =
    [
        new("period", ParameterType.Text) { Default = "this_month" },
        new("from_date", ParameterType.Date) { IsOptional = true },
        new("to_date", ParameterType.Date) { IsOptional = true },
        new("grain", ParameterType.Text)
        {
            Default = "none", Choices = ["none", "day", "week", "month", "quarter", "year"],
        },
        new("compare", ParameterType.Window) { IsList = true, Default = "none" },
        new(TaxBasis.Parameter, ParameterType.Text) { Default = TaxBasis.ByTaxpayer, Choices = TaxBasis.Choices },
        new(AmountUnit.Parameter, ParameterType.Text) { Default = AmountUnit.Choices[0], Choices = AmountUnit.Choices },
    ];

    /// <summary>The names of <see cref="Range"/>.</summary>
    internal static IReadOnlyList<string> RangeNames { get; } = [.. Range.Select(parameter => parameter.Name)];

    /// <summary>Every name there is.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["measures", "by", "where", .. RangeNames, "across", "top", "others", "sort", "having", "subtotals"];

    /// <summary>Null with everything that is wrong with the texts' form. Whether there is such a measure or dimension
    /// is seen when it runs.</summary>
    public static ExploreQuery? Read(
        IReadOnlyDictionary<string, string> texts, out IReadOnlyList<ReportRefusal> faults)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var given = texts.Where(entry => !string.IsNullOrWhiteSpace(entry.Value))
            .ToDictionary(entry => entry.Key, entry => entry.Value.Trim(), StringComparer.Ordinal);
        var found = new List<ReportRefusal>();
        faults = found;
        found.AddRange(texts.Keys.Where(name => !Names.Contains(name))
            .Select(name => Refusals.NoParameter(name, "explore", Names)));
        var query = new ExploreQuery(List("measures", ','), List("by", ','))
        {
            Where = Each("where", ExploreFilter.Parse, "store=S01|S02; item~维生素; is_promoted=true"),
            Having = Each("having", ExploreHaving.Parse, "sales_amount>=1000"),
            Range = given.Where(entry => RangeNames.Contains(entry.Key))
                .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
            Across = given.GetValueOrDefault("across"),
            Top = Number("top"),
            Sort = given.TryGetValue("sort", out var sort) ? ExploreSort.Parse(sort) : null,
            HasOthers = YesOrNo("others", otherwise: true),
            HasSubtotals = YesOrNo("subtotals", otherwise: false),
        };
        return found.Count == 0 ? query : null;

        string[] List(string name, char separator) => given.GetValueOrDefault(name, "")
            .Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        List<T> Each<T>(string name, Func<string, T?> parse, string form)
            where T : class
        {
            var read = new List<T>();
            foreach (var text in List(name, ';'))
            {
                if (parse(text) is { } one)
                {
                    read.Add(one);
                }
                else
                {
                    found.Add(Refusals.NotOf(name, text, form));
                }
            }
            return read;
        }

        int? Number(string name)
        {
            if (!given.TryGetValue(name, out var text))
            {
                return null;
            }
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
            found.Add(Refusals.NotOf(name, text, "10"));
            return null;
        }

        bool YesOrNo(string name, bool otherwise)
        {
            var text = given.GetValueOrDefault(name, otherwise ? "true" : "false");
            if (text is not ("true" or "false"))
            {
                found.Add(Refusals.NotOf(name, text, "true, false"));
            }
            return text == "true";
        }
    }

    /// <summary>The texts of a query, as <see cref="Read"/> takes them.</summary>
    public static Dictionary<string, string> Of(ExploreQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var texts = new Dictionary<string, string>(query.Range, StringComparer.Ordinal)
        {
            ["measures"] = string.Join(',', query.Measures),
            ["by"] = string.Join(',', query.By),
            ["where"] = string.Join(';', query.Where),
            ["having"] = string.Join(';', query.Having),
            ["across"] = query.Across ?? "",
            ["top"] = query.Top?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["sort"] = query.Sort?.ToString() ?? "",
            ["others"] = query.HasOthers ? "" : "false",
            ["subtotals"] = query.HasSubtotals ? "true" : "",
        };
        return texts.Where(entry => entry.Value.Length > 0)
            .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
    }
}
