using Analytics.Ingest.Import.Reading;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>Looks through a file before anything is posted: is it readable to its end, and which documents come back
/// after another has begun. Otherwise such a document would be in the book in part before its rest is met.</summary>
internal static class Adjacency
{
    /// <summary>More of these than this, and the file as such is unsorted.</summary>
    private const int MaxApart = 10_000;

    /// <param name="Apart">The groups whose rows stand apart.</param>
    /// <param name="Rows">Rows in the file.</param>
    internal readonly record struct Found(IReadOnlySet<ulong> Apart, long Rows);

    /// <exception cref="SourceException">The file is damaged, has no rows, or is unsorted altogether.</exception>
    public static Found Look(IRowReader rows, IPlan plan, string tempFolder, Action<long> report, CancellationToken ct)
    {
        using var spill = new HashSpill(tempFolder);
        string? current = null;
        long count = 0;
        while (rows.Read() is { } row)
        {
            if (++count % 4096 == 0)
            {
                ct.ThrowIfCancellationRequested();
                report(count);
            }

            // A damaged row is never passed over, and a row without a group belongs to its neighbours.
            var isSound = row.Fault is null && plan.Join(row) is null;
            if ((isSound && !plan.Wants(row, out _)) || plan.GroupOf(row) is not { } group || group == current)
            {
                continue;
            }

            current = group;
            spill.Add(GroupHash.Of(group));
        }

        return new Found(Twice(spill, plan, ct), count);
    }

    private static HashSet<ulong> Twice(HashSpill spill, IPlan plan, CancellationToken ct)
    {
        var twice = new HashSet<ulong>();
        foreach (var hash in spill.Repeated(ct))
        {
            twice.Add(hash);
            if (twice.Count > MaxApart)
            {
                throw new SourceException(
                    $"超过 {MaxApart} 张单据：{plan.NotAdjacent.Zh}",
                    $"more than {MaxApart} documents: {plan.NotAdjacent.En}");
            }
        }

        return twice;
    }
}
