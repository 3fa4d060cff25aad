using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>Groups adjacent rows into documents. Holds the rows of one document at a time.</summary>
/// <param name="plan">What the rows mean.</param>
internal sealed class DraftReader(IPlan plan)
{
    /// <summary>A damaged row's neighbours say nothing of it once rows are sorted.</summary>
    private readonly bool isSorted = plan.Sort;

    /// <summary>Groups whose rows stand apart in the file, by <see cref="GroupHash"/>; they are refused.</summary>
    public IReadOnlySet<ulong> Apart { get; init; } = new HashSet<ulong>();

    /// <summary>Rows seen so far, passed over or not.</summary>
    public long RowsRead { get; private set; }

    public long RowsPassedOver { get; private set; }

    public IEnumerable<Draft> Read(Func<Row?> next)
    {
        Draft? current = null;
        Words? taint = null;
        while (next() is { } row)
        {
            RowsRead++;
            var fault = row.Fault ?? plan.Join(row);
            if (fault is null && !plan.Wants(row, out fault))
            {
                RowsPassedOver++;
                continue;
            }

            var group = plan.GroupOf(row);
            var belongs = current is not null && (group is null ? !isSorted : group == current.Group);
            if (!belongs || current!.Rows.Count >= plan.MaxRows)
            {
                if (current is not null)
                {
                    yield return Finished(current, isContinuedNext: belongs);
                }

                current = Start(row, group, isContinued: belongs);
                if (taint is { } why && group is not null)
                {
                    current.Refuse(why);
                }
            }

            // A row that does not say where it belongs may be of the document before or after it: neither is whole.
            taint = group is null && !isSorted ? Unplaced(row.Line) : null;
            Take(current!, row, fault);
        }

        if (current is not null)
        {
            yield return current;
        }
    }

    private Draft Start(Row row, string? group, bool isContinued)
    {
        var draft = new Draft(group, group is null ? "" : plan.DocumentNo(row)) { IsContinued = isContinued };
        if (isContinued)
        {
            draft.Refuse(TooLong());
        }
        else if (group is not null && Apart.Count > 0 && Apart.Contains(GroupHash.Of(group)))
        {
            draft.Refuse(plan.NotAdjacent);
        }

        return draft;
    }

    private Draft Finished(Draft draft, bool isContinuedNext)
    {
        if (isContinuedNext)
        {
            draft.Refuse(TooLong());
        }

        return draft;
    }

    private void Take(Draft draft, Row row, Words? fault)
    {
        if (fault is not null)
        {
            draft.Add(row, fault);
            return;
        }

        plan.Take(draft, row);
    }

    private Words TooLong()
    {
        var refusal = new Refusal(RefusalReason.TooManyLines, 0, $"> {plan.MaxRows}");
        return new Words(refusal.Chinese, refusal.English);
    }

    private static Words Unplaced(long line) => new(
        $"第 {line} 行残缺，无法判断属于哪张单据，相邻单据一并拒绝",
        $"line {line} is damaged and does not say which document it belongs to: the documents beside it are refused");
}
