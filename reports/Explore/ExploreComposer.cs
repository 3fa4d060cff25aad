using System.Globalization;
using System.Text;
using Analytics.Reports.Arguments;
using Analytics.Reports.Relations;

namespace Analytics.Reports.Explore;

/// <summary>Writes the text of a query. Names are those of the catalog and of the generation's tables, values are
/// bound.</summary>
/// <remarks>One select for each relation and way of reading it, grouped by the same keys; several are put together by
/// key, so that nothing is counted once for each row of another.</remarks>
internal sealed class ExploreComposer(MeasureCatalog measures, StarTables tables)
{
    public const int MostMeasures = 30;
    public const int MostDimensions = 6;

    /// <summary>What parts the lines of a ticket.</summary>
    private static readonly HashSet<string> LineDims = ["item", "promotion"];

    private static readonly HashSet<string> LineColumns =
        ["line_purpose", "is_promoted", "is_return", "is_cost_unknown", "entered_unit"];

    /// <summary>What a measure takes that is no column: the days it is asked for.</summary>
    private static readonly Dictionary<string, string> OfBucket = new(StringComparer.Ordinal)
    {
        ["on_date"] = "bucket.to_date",
        ["period_from"] = "bucket.from_date",
        ["period_to"] = "bucket.to_date",
    };

    private static readonly HashSet<string> SpansOfTime = ["day", "week", "month", "quarter", "year"];

    /// <summary>The query as a report, or null with everything that is wrong with it.</summary>
    public Composition? Compose(ExploreQuery query, out IReadOnlyList<ReportRefusal> faults)
    {
        var dimensions = query.Across is null ? query.By : [.. query.By, query.Across];
        var found = Check(query, dimensions);
        faults = found;
        if (found.Count > 0)
        {
            return null;
        }
        var asked = query.Measures.Select(name => measures.Find(name)!).ToList();
        var values = query.Where.Select((filter, i) => (Name: ValueName(i), Value: ValueOf(filter)))
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        var report = new ReportDefinition("explore", new("自由分析", "Explorer"), Text(query, dimensions, asked))
        {
            SortBy = query.Measures[0],
            Grain = [.. dimensions.Select(name => name + "_code"), "bucket"],
            Parameters =
            [
                .. ExploreText.Range,
                .. dimensions.Select((name, i) => new ReportParameter(RowName(i), ParameterType.Dimension)
                {
                    Default = name,
                }),
            ],
        };
        return new(report, values);
    }

    /// <summary>The dimensions that all relations of the measures have, in the order of the first.</summary>
    public IReadOnlyList<string> DimensionsOf(IEnumerable<string> names) => RelationsOf(names)
        .Select(relation => tables.DimensionsOf(Fact(relation)))
        .Aggregate<IReadOnlyList<string>>((left, right) => left.Intersect(right, StringComparer.Ordinal).ToList());

    private List<ReportRefusal> Check(ExploreQuery query, IReadOnlyList<string> dimensions)
    {
        if (query.Measures.Count == 0)
        {
            return [ExploreRefusals.NoMeasure()];
        }
        var faults = new List<ReportRefusal>();
        faults.AddRange(TooManyOrTwice("measures", query.Measures, MostMeasures));
        faults.AddRange(TooManyOrTwice("by", dimensions, MostDimensions));
        faults.AddRange(query.Measures.Where(name => measures.Find(name) is null)
            .Select(name => Refusals.NotAmong("measures", name, measures.All.Select(measure => measure.Name))));
        if (query.Across is not null && query.By.Count == 0)
        {
            faults.Add(ExploreRefusals.AcrossAlone());
        }
        faults.AddRange(Compared(query, dimensions));
        if (query.Top is <= 0)
        {
            faults.Add(ExploreRefusals.NotPositive("top"));
        }
        if (faults.Count > 0)
        {
            return faults;
        }
        foreach (var relation in RelationsOf(query.Measures))
        {
            var known = tables.DimensionsOf(Fact(relation));
            faults.AddRange(dimensions.Where(name => !known.Contains(name))
                .Select(name => ExploreRefusals.NotOfRelation("by", name, relation, known)));
            faults.AddRange(query.Where.Select(filter => FaultOf(filter, relation, known)).OfType<ReportRefusal>());
        }
        faults.AddRange(
            from measure in query.Measures.SelectMany(name => measures.Parts(measures.Find(name)!))
            where measure.IsOfTickets
            from name in dimensions.Concat(query.Where.Select(filter => filter.Column))
            where PartsTickets(measure.Relation, name)
            select ExploreRefusals.PartsTickets(measure.Name, name));
        return faults;
    }

    /// <summary>A month of the range and one of its base are different members.</summary>
    private static IEnumerable<ReportRefusal> Compared(ExploreQuery query, IReadOnlyList<string> dimensions)
    {
        if (query.Range.GetValueOrDefault("compare", "none") is "none" or "")
        {
            yield break;
        }
        foreach (var name in dimensions.Where(SpansOfTime.Contains))
        {
            yield return ExploreRefusals.TimeCompared(name);
        }
    }

    private static IEnumerable<ReportRefusal> TooManyOrTwice(string what, IReadOnlyList<string> names, int most)
    {
        if (names.Count > most)
        {
            yield return ExploreRefusals.TooMany(what, names.Count, most);
        }
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return ExploreRefusals.Twice(what, twice.Key);
        }
    }

    private ReportRefusal? FaultOf(ExploreFilter filter, string relation, IReadOnlyList<string> known)
    {
        if (known.Contains(filter.Column))
        {
            return null;
        }
        return TypeOf(relation, filter.Column) switch
        {
            null => ExploreRefusals.NotOfRelation("where", filter.Column, relation, known),
            "BOOLEAN" => YesOrNo(filter) is null ? ExploreRefusals.NotYesOrNo(filter.Column) : null,
            "VARCHAR" => null,
            _ => ExploreRefusals.NotText(filter.Column),
        };
    }

    private bool PartsTickets(string relation, string name)
    {
        var fact = Fact(relation);
        return LineColumns.Contains(name)
            || (tables.JoinOf(fact, name + "_code") ?? tables.JoinOf(fact, name)) is { } join
            && LineDims.Contains(join.Alias);
    }

    private string Text(ExploreQuery query, IReadOnlyList<string> dimensions, List<Measure> asked)
    {
        var parts = asked.SelectMany(measures.Parts).DistinctBy(measure => measure.Name)
            .GroupBy(measure => (measure.Relation, measure.IsBalance)).ToList();
        if (parts.Count == 1 && asked.All(measure => !measure.IsDerived))
        {
            return Part(query, dimensions, asked);
        }
        var text = new StringBuilder("with ");
        text.AppendJoin(",\n", parts.Select((part, i) =>
            string.Create(CultureInfo.InvariantCulture, $"part_{i} as (\n{Part(query, dimensions, [.. part])}\n)")));
        text.Append("\nselect\n").AppendJoin("", Keys(dimensions, "part"));
        text.Append("    part.bucket as bucket,\n");
        text.AppendJoin("", asked.Select(measure => measure.IsDerived
            ? $"    {measure.Name}({string.Join(", ", measure.Takes.Select(name => $"max(part.{name})"))})"
                + $" as {measure.Name},\n"
            : $"    max(part.{measure.Name}) as {measure.Name},\n"));
        text.Append("from (\n").AppendJoin("\nunion all by name\n", parts.Select((part, i) =>
        {
            var source = string.Create(CultureInfo.InvariantCulture, $"part_{i}");
            var columns = Columns(dimensions, part).Select(name => $"{source}.{name}");
            return $"select {string.Join(", ", columns)} from {source}";
        }));
        text.Append("\n) as part\n");
        var keys = dimensions.Select(name => $"part.{name}_code").Append("part.bucket");
        return text.Append("group by ").AppendJoin(", ", keys).ToString();
    }

    private string Part(ExploreQuery query, IReadOnlyList<string> dimensions, List<Measure> part)
    {
        var (relation, isBalance) = (part[0].Relation, part[0].IsBalance);
        var text = new StringBuilder("select\n").AppendJoin("", RowKeys(dimensions, relation));
        text.Append("    bucket.bucket_date as bucket,\n");
        foreach (var measure in part)
        {
            text.Append("    ").Append(measure.Name).Append('(')
                .AppendJoin(", ", measure.Takes.Select(name => OfBucket.GetValueOrDefault(name, $"{relation}.{name}")))
                .Append(") as ").Append(measure.Name).Append(",\n");
        }
        text.Append("from ").Append(relation).Append('\n');
        text.Append("join bucket on ").Append(Within(relation, isBalance)).Append('\n');
        var filters = query.Where.Select((filter, i) => Condition(relation, filter, ValueName(i))).ToList();
        if (filters.Count > 0)
        {
            text.Append("where ").AppendJoin("\n    and ", filters).Append('\n');
        }
        var keys = dimensions.Select((_, i) => $"{relation}.{RowName(i)}_code").Append("bucket.bucket_date");
        return text.Append("group by ").AppendJoin(", ", keys).ToString();
    }

    /// <summary>What moved lies within a bucket, what stands came before its end, and what holds from day to day meets
    /// it.</summary>
    private string Within(string relation, bool isBalance)
    {
        var fact = Fact(relation);
        return fact.Has("from_date") && fact.Has("to_date")
            ? $"{relation}.from_date <= bucket.to_date and {relation}.to_date >= bucket.from_date"
            : isBalance ? $"{relation}.period_date <= bucket.to_date"
            : $"{relation}.period_date between bucket.from_date and bucket.to_date";
    }

    /// <summary>A row's dimension is a parameter, so that a total leaves it out; a filter's is the relation's own.
    /// </summary>
    private static IEnumerable<string> RowKeys(IReadOnlyList<string> dimensions, string relation) =>
        dimensions.Select((name, i) => $"    {relation}.{RowName(i)}_code as {name}_code,\n"
            + $"    max({relation}.{RowName(i)}_name) as {name}_name,\n");

    private static IEnumerable<string> Keys(IReadOnlyList<string> dimensions, string source) =>
        dimensions.Select(name => $"    {source}.{name}_code as {name}_code,\n"
            + $"    max({source}.{name}_name) as {name}_name,\n");

    private static string RowName(int number) => string.Create(CultureInfo.InvariantCulture, $"row_{number}");

    private static IEnumerable<string> Columns(IReadOnlyList<string> dimensions, IEnumerable<Measure> part) =>
        [
            .. dimensions.SelectMany(name => (string[])[name + "_code", name + "_name"]),
            "bucket",
            .. part.Select(measure => measure.Name),
        ];

    private string Condition(string relation, ExploreFilter filter, string value)
    {
        var isDimension = tables.DimensionsOf(Fact(relation)).Contains(filter.Column);
        if (!isDimension && TypeOf(relation, filter.Column) == "BOOLEAN")
        {
            return $"{(YesOrNo(filter)!.Value ? "" : "not ")}{relation}.{filter.Column}";
        }
        var column = $"{relation}.{filter.Column}" + (isDimension ? "_code" : "");
        return filter.Rule switch
        {
            FilterRule.In => $"list_contains(${value}, {column})",
            FilterRule.NotIn => $"not list_contains(${value}, {column})",
            _ when isDimension =>
                $"(contains(lower({column}), ${value}) or contains(lower({relation}.{filter.Column}_name), ${value}))",
            _ => $"contains(lower({column}), ${value})",
        };
    }

    private static object? ValueOf(ExploreFilter filter) => filter.Rule == FilterRule.Contains
        ? filter.Values[0].ToLowerInvariant()
        : filter.Values.ToList();

    private static string ValueName(int number) => string.Create(CultureInfo.InvariantCulture, $"where_{number}");

    private static bool? YesOrNo(ExploreFilter filter) => (filter.Rule, filter.Values) switch
    {
        (FilterRule.In, ["true"]) or (FilterRule.NotIn, ["false"]) => true,
        (FilterRule.In, ["false"]) or (FilterRule.NotIn, ["true"]) => false,
        _ => null,
    };

    private string? TypeOf(string relation, string column)
    {
        var fact = Fact(relation);
        return fact.Columns.TryGetValue(column, out var own) ? own
            : tables.JoinOf(fact, column) is { } join ? join.Dim.Columns[join.ColumnOf(column)!]
            : null;
    }

    private IEnumerable<string> RelationsOf(IEnumerable<string> names) => names
        .SelectMany(name => measures.Parts(measures.Find(name)!)).Select(measure => measure.Relation)
        .Distinct(StringComparer.Ordinal);

    private StarTable Fact(string relation) => tables.Candidates(relation, withRollups: false)[0];
}
