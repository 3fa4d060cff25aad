using Analytics.Star;

namespace Analytics.Reports.Explore;

/// <summary>One query: the statements it takes, one after the other, and their answers put together.</summary>
internal sealed class ExploreRun(
    ExploreQuery query, Func<ExploreQuery, CancellationToken, Task<ReportOutcome>> ask)
{
    private static readonly Label OthersLabel = new("其他", "Others");

    private readonly List<ReportResult> asked = [];

    /// <summary>Why there is no answer.</summary>
    public IReadOnlyList<ReportRefusal> Refused { get; private set; } = [];

    /// <summary>Null where the query is refused.</summary>
    public async Task<ReportResult?> AnswerAsync(CancellationToken ct)
    {
        // All of the query is looked at before any of it is cut down.
        var whole = query with { Across = null, Top = null };
        if (await AskAsync(query.Across is null ? whole : query with { Top = null }, ct).ConfigureAwait(false)
            is not { } first)
        {
            return null;
        }
        whole = whole with { Generation = first.Generation };
        var pinned = whole;
        ReportResult? main = query.Across is null ? first : null;
        if (query is { Top: { } most, By.Count: > 0 })
        {
            if (await RankedAsync(whole, most, ct).ConfigureAwait(false) is not { } filter)
            {
                return null;
            }
            pinned = whole with { Where = [.. query.Where, filter] };
            main = null;
        }
        main ??= await AskAsync(pinned, ct).ConfigureAwait(false);
        if (main is null || !Knows(main))
        {
            return null;
        }
        var tree = new ExploreTree(query, main);
        for (var depth = 1; depth < query.By.Count; depth++)
        {
            var part = pinned with { By = [.. query.By.Take(depth)] };
            if (await AskAsync(part, ct).ConfigureAwait(false) is not { } level)
            {
                return null;
            }
            tree.AddLevel(level);
        }
        if (pinned != whole && !await AddRestAsync(tree, whole, pinned, ct).ConfigureAwait(false))
        {
            return null;
        }
        var result = tree.Result();
        if (query.Across is not null)
        {
            result = await CrossedAsync(result, first, whole, pinned, ct).ConfigureAwait(false);
        }
        return result is null ? null : Finished(result);
    }

    private async Task<ExploreFilter?> RankedAsync(ExploreQuery whole, int most, CancellationToken ct)
    {
        var ranking = whole with { By = [query.By[0]], Range = WithoutGrain(whole) };
        if (await AskAsync(ranking, ct).ConfigureAwait(false) is not { } ranked || !Knows(ranked))
        {
            return null;
        }
        var kept = new ExploreTree(ranking, ranked).Result().Rows.Take(most).Select(row => (string)row[0]!);
        return new(query.By[0], FilterRule.In, kept.ToList());
    }

    /// <summary>What the top leaves out, and the totals over all.</summary>
    private async Task<bool> AddRestAsync(
        ExploreTree tree, ExploreQuery whole, ExploreQuery pinned, CancellationToken ct)
    {
        var total = await AskAsync(whole with { By = [], Range = WithoutGrain(whole) }, ct).ConfigureAwait(false);
        if (total is null)
        {
            return false;
        }
        tree.SetTotals(total);
        if (query.HasOthers)
        {
            if (await AskAsync(Rest(whole, pinned), ct).ConfigureAwait(false) is not { } others)
            {
                return false;
            }
            tree.AddOthers(others, OthersLabel.In(query.Culture));
        }
        return true;
    }

    /// <summary>A statement for each kind of row: members, each level of subtotals, the rest, the total.</summary>
    private async Task<ReportResult?> CrossedAsync(
        ReportResult table, ReportResult first, ExploreQuery whole, ExploreQuery pinned, CancellationToken ct)
    {
        var cross = new CrossTable(query);
        cross.Take(first, query.By.Count);
        for (var level = 0; level < query.By.Count; level++)
        {
            var part = whole with { By = [.. query.By.Take(level), query.Across!] };
            part = level == 0 ? part with { Range = WithoutGrain(whole) } : part;
            if (await AskAsync(part, ct).ConfigureAwait(false) is not { } found)
            {
                return null;
            }
            cross.Take(found, level);
        }
        if (pinned != whole && query.HasOthers)
        {
            var rest = Rest(whole, pinned) with { By = [query.Across!] };
            if (await AskAsync(rest, ct).ConfigureAwait(false) is not { } found)
            {
                return null;
            }
            cross.Take(found, -1);
        }
        if (cross.MemberCount > CrossTable.MostAcross)
        {
            Refused = [ExploreRefusals.TooWide(cross.MemberCount, CrossTable.MostAcross)];
            return null;
        }
        return cross.Result(table);
    }

    private ExploreQuery Rest(ExploreQuery whole, ExploreQuery pinned) => whole with
    {
        By = [], Where = [.. query.Where, pinned.Where[^1] with { Rule = FilterRule.NotIn }],
    };

    private static Dictionary<string, string> WithoutGrain(ExploreQuery query) =>
        query.Range.Where(entry => entry.Key != "grain").ToDictionary(entry => entry.Key, entry => entry.Value);

    private async Task<ReportResult?> AskAsync(ExploreQuery part, CancellationToken ct)
    {
        var outcome = await ask(part, ct).ConfigureAwait(false);
        if (outcome is ReportOutcome.Refused refused)
        {
            Refused = refused.Lines;
            return null;
        }
        var result = ((ReportOutcome.Answer)outcome).Result;
        asked.Add(result);
        return result;
    }

    /// <summary>Whether the answer has the columns that rows are sorted and held by.</summary>
    private bool Knows(ReportResult result)
    {
        var names = result.Columns.Where(column => column.Measure is not null).Select(column => column.Name).ToList();
        var faults = query.Having.Where(having => !names.Contains(having.Column))
            .Select(having => ExploreRefusals.NoColumn("having", having.Column, names)).ToList();
        if (query.Sort is { } sort && !names.Contains(sort.Column))
        {
            faults.Add(ExploreRefusals.NoColumn("sort", sort.Column, names));
        }
        Refused = faults;
        return faults.Count == 0;
    }

    private ReportResult Finished(ReportResult result) => result with
    {
        Params = query.Shown(result.Params),
        Relation = string.Join(", ", asked.SelectMany(part => part.Relation.Split(", ")).Distinct()),
        EngineMs = asked.Sum(part => part.EngineMs),
    };
}
