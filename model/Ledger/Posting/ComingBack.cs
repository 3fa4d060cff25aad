using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What kinds share that bring in what a line of another document sent out: of the same batches, at its share
/// of
/// what that went out at.</summary>
internal static class ComingBack
{
    public static Refusal? Move(PostingDesk desk, Location from) => Move(desk, _ => (from, null));

    /// <param name="desk">Of the document.</param>
    /// <param name="how">Where a line's goods were, and what they come in at where that is not their share.</param>
    public static Refusal? Move(PostingDesk desk, Func<LineDraft, (Location From, long? Value)> how)
    {
        var taken = new Dictionary<MovementRef, long>();
        foreach (var line in desk.Lines)
        {
            if (desk.CannotTake(line) is { } unknown)
            {
                return unknown;
            }

            var sent = desk.State.StockRows(line.Row.OriginalSeq)
                .Where(row => row.Qty < 0 && row.DocumentLineNo == line.Row.OriginalLineNo);
            var (parts, left) = Parts(desk, line, sent, taken);
            var refusal = parts is null
                ? new Refusal(
                    RefusalReason.ExceedsOriginal, (int)line.Row.LineNo,
                    $"{new Qty(left)} < {new Qty(line.Row.Qty)}")
                : desk.TraceCodes.In(line, how(line).From, parts, None.Id);
            if (refusal is not null)
            {
                return refusal;
            }

            if (how(line) is { Value: { } value } priced)
            {
                desk.Receive(line, priced.From, parts!, value);
            }
            else
            {
                desk.Arrive(line, how(line).From, parts!);
            }
        }

        return null;
    }

    private static (IReadOnlyList<StockPart>? Parts, long Left) Parts(
        PostingDesk desk, LineDraft line, IEnumerable<StockMovementRow> sent, Dictionary<MovementRef, long> taken)
    {
        var parts = new List<StockPart>();
        var (needed, left) = (line.Row.Qty, 0L);
        var (bin, _) = Intake.Bin(desk, line);
        var scanned = desk.TraceCodes.BatchesOf(line.Given);
        foreach (var movement in sent.Where(row => desk.Takes(line, row))
            .OrderBy(row => scanned.Contains(row.BatchId) ? 0 : 1))
        {
            var source = new MovementRef(movement.Seq, movement.LineNo);
            var open = -movement.Qty - desk.State.TakenQty(source, desk.Head.BusinessAt)
                - taken.GetValueOrDefault(source);
            var part = Math.Min(open, needed);
            left += open;
            if (part > 0)
            {
                parts.Add(new StockPart(part, movement.BatchId, bin, source));
                taken[source] = taken.GetValueOrDefault(source) + part;
                needed -= part;
            }
        }

        return (needed == 0 ? parts : null, left);
    }
}
