using System.Text.RegularExpressions;
using Analytics.Star;

namespace Analytics.Reports.Explore;

/// <summary>Every measure that the Star's measures/*.sql define.</summary>
/// <remarks>The stem of a file is the fact its macros take columns of; those of <c>derived</c> take measures.</remarks>
public sealed partial class MeasureCatalog
{
    private const string Derived = "derived";

    private readonly Dictionary<string, Measure> byName;

    private MeasureCatalog(IReadOnlyList<Measure> all)
    {
        All = all;
        byName = all.ToDictionary(measure => measure.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of their files.</summary>
    public IReadOnlyList<Measure> All { get; }

    public Measure? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The measures of columns that a measure comes to: itself, or what a derived one takes.</summary>
    public IEnumerable<Measure> Parts(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.IsDerived ? measure.Takes.SelectMany(name => Parts(byName[name])) : [measure];
    }

    public static MeasureCatalog Load(Glossary glossary)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        return new(StarSchema.Measures.SelectMany(file => Of(file, glossary)).ToList());
    }

    private static IEnumerable<Measure> Of(SqlFile file, Glossary glossary)
    {
        var relation = file.Name == Derived ? "" : file.Name["fact_".Length..];
        return Macro().Matches(file.Text).Select(match => new Measure(
            match.Groups["name"].Value,
            relation,
            match.Groups["takes"].Value.Split(',', StringSplitOptions.TrimEntries),
            glossary.Find(match.Groups["name"].Value)!)
        {
            Sums = Sums(match.Groups["takes"].Value, match.Groups["body"].Value),
        });
    }

    private static List<bool>? Sums(string takes, string body) => Rows().IsMatch(body)
        ? null
        : [.. takes.Split(',', StringSplitOptions.TrimEntries)
            .Select(name => Regex.Count(body, $@"\b{name}\b") == Regex.Count(body, $@"\bsum\({name}\)"))];

    /// <summary>What goes by the number of rows: any function over them but sums, the least, the greatest, and how many
    /// different ones there are.</summary>
    [GeneratedRegex(
        @"\b(count\((?!distinct)|sum\(distinct"
        + @"|(count_\w+|avg|mean|median|mode|quantile\w*|stddev\w*|var_\w+|list|\w+_agg)\()")]
    private static partial Regex Rows();

    [GeneratedRegex(@"create or replace macro (?<name>\w+)\((?<takes>[\w,\s]+)\)\s+as\b(?<body>[^;]*);")]
    private static partial Regex Macro();
}
