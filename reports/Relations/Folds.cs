using System.Globalization;
using System.Text;

namespace Analytics.Reports.Relations;

/// <summary>Sums of a table's rows that branches of one statement read in place of the rows: the table is gone through
/// once for all of them, and dimensions are joined to the sums.</summary>
internal sealed class Folds
{
    /// <summary>Below this many rows to a sum, summing first costs more than it saves.</summary>
    private const int LeastRowsPerSum = 8;

    private readonly List<Fold> all = [];
    private readonly Dictionary<(Branch Branch, string Relation), Fold> of = [];

    /// <summary>Where the branch reads sums, their name; null where it reads the rows.</summary>
    public string? NameOf(Branch branch, string relation) =>
        of.TryGetValue((branch, relation), out var fold) ? NameOf(fold) : null;

    /// <summary>Takes what a branch needs of a relation: with the sums of others that go through the same rows, where
    /// that makes no more of them than is worth it.</summary>
    public void Add(Branch branch, string relation, Fold fold)
    {
        var same = all.FindIndex(other => other.From == fold.From && IsWorth(other.With(fold)));
        if (same >= 0)
        {
            var joined = all[same].With(fold);
            foreach (var place in of.Where(entry => entry.Value == all[same]).Select(entry => entry.Key).ToList())
            {
                of[place] = joined;
            }
            all[same] = of[(branch, relation)] = joined;
        }
        else if (IsWorth(fold))
        {
            all.Add(fold);
            of[(branch, relation)] = fold;
        }
    }

    /// <summary>The sums as common table expressions.</summary>
    public IEnumerable<string> Expressions() =>
        all.Select(fold => $"{NameOf(fold)} as materialized (\n{TextOf(fold)})");

    private static bool IsWorth(Fold fold) =>
        fold.Keys.Values.Aggregate(1m, (sums, values) => Math.Min(sums * values, decimal.MaxValue / int.MaxValue))
        * LeastRowsPerSum <= fold.Rows;

    private string NameOf(Fold fold) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Definition.ParameterList.ReservedPrefix}fold_{all.IndexOf(fold)}");

    private static string TextOf(Fold fold)
    {
        var keys = fold.Keys.Keys.Select(key => $"fact.{ViewComposer.Quoted(key)}").ToList();
        var text = new StringBuilder("select ").AppendJoin(", ", keys
            .Concat(fold.Keys.ContainsKey(fold.Date) ? [] : [$"{fold.SomeDay} as {ViewComposer.Quoted(fold.Date)}"])
            .Concat(fold.Sums.Select(column =>
                $"sum(fact.{ViewComposer.Quoted(column)}) as {ViewComposer.Quoted(column)}")));
        text.Append('\n').Append(fold.From);
        // Without keys there would be a row of nothing where there are no rows.
        return text.Append(keys.Count > 0 ? $"group by {string.Join(", ", keys)}\n" : "having count(*) > 0\n")
            .ToString();
    }
}
