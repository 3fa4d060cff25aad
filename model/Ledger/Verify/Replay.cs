using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Verify;

/// <summary>Rebuilds the state from the entries, in their order, and costs every movement again.</summary>
/// <remarks>Memory grows with pools, balances and lines returned or adjusted, not with documents.</remarks>
internal sealed class Replay(Findings findings, long blockSize)
{
    public Dictionary<(long ItemId, long DepotId), Pool> Pools { get; } = [];

    public Dictionary<(string Account, long PartyId), long> Balances { get; } = [];

    public Dictionary<(long Seq, long LineNo), SaleLineState> SaleLines { get; } = [];

    /// <summary>Totals of the block that is open.</summary>
    public Dictionary<(long MonthKey, string Measure), long> Control { get; private set; } = [];

    public void Take(Draft draft)
    {
        if (draft.Kind == "control")
        {
            CloseBlock(draft);
            return;
        }

        foreach (var (key, total) in ControlTotals.After(Control, draft))
        {
            Control[key] = total;
        }

        foreach (var row in draft.Money)
        {
            Balance(row.DebitAccount, row.PartyId, row.Amount);
            Balance(row.CreditAccount, row.PartyId, -row.Amount);
        }

        if (draft.Document is { } document)
        {
            Cost(draft, document);
        }
    }

    private void CloseBlock(Draft draft)
    {
        var block = (draft.Seq / blockSize) - 1;
        var expected = ControlTotals.Entry(draft.Seq, block, Control).Single;
        if (draft.Seq % blockSize != 0 || !expected.SequenceEqual(draft.Single))
        {
            findings.Add("control", draft.Seq, "the control totals of a block are not the sums of its entries");
        }

        Control = [];
    }

    private void Balance(string account, long partyId, long amount)
    {
        var key = (account, Account.IsByParty(account) ? partyId : None.Id);
        Balances[key] = Balances.GetValueOrDefault(key) + amount;
    }

    private void Cost(Draft draft, DocumentRow document)
    {
        var lines = draft.Lines.ToDictionary(line => line.LineNo);
        var adjustments = new Queue<CostAdjustmentRow>(draft.Adjustments);
        foreach (var movement in draft.Stock.Where(row => row.Qty != 0))
        {
            if (!lines.TryGetValue(movement.DocumentLineNo, out var line))
            {
                findings.Add("rows", draft.Seq, "a stock movement without its line");
                continue;
            }

            Move(document, line, movement, adjustments);
        }

        if (adjustments.Count > 0)
        {
            findings.Add("cost", draft.Seq, "a cost adjustment that no receipt caused");
        }
    }

    private void Move(
        DocumentRow document, DocumentLineRow line, StockMovementRow movement, Queue<CostAdjustmentRow> adjustments)
    {
        var key = (movement.ItemId, movement.DepotId);
        var pool = Pools.GetValueOrDefault(key, Pool.Empty);
        if (line.OriginalSeq > 0)
        {
            var original = (line.OriginalSeq, line.OriginalLineNo);
            var known = SaleLines.GetValueOrDefault(original);
            SaleLines[original] = known with
            {
                ReturnedQty = known.ReturnedQty - line.Qty,
                ReturnedCost = known.ReturnedCost - line.CostAmount,
            };
        }

        if (movement.Qty < 0)
        {
            var issued = MovingAverage.Issue(pool, new Uncovered(
                line.Seq, line.LineNo, document.StoreId, document.BusinessAt, document.BusinessDate, line.Qty,
                line.CostAmount, line.IsCostExplicit == 1));
            findings.Expect(line.CostAmount, issued.Value, "cost", line.Seq, "cost of a line, ×10⁴");
            findings.Expect(movement.Value, -issued.Value, "cost", line.Seq, "value of a movement, ×10⁴");
            Pools[key] = issued.Pool;
            return;
        }

        var received = MovingAverage.Receive(
            pool, movement.Qty, movement.Value, document.BusinessAt, (line.OriginalSeq, line.OriginalLineNo));
        Pools[key] = received.Pool;
        foreach (var adjustment in received.Adjustments)
        {
            Adjust(line.Seq, adjustment, adjustments);
        }
    }

    private void Adjust(long seq, MovingAverage.Adjustment expected, Queue<CostAdjustmentRow> adjustments)
    {
        var issue = (expected.Issue.Seq, expected.Issue.LineNo);
        var known = SaleLines.GetValueOrDefault(issue);
        SaleLines[issue] = known with { AdjustedCost = known.AdjustedCost + expected.Value };
        if (!adjustments.TryDequeue(out var row)
            || (row.OriginalSeq, row.OriginalLineNo, row.CostAmount) != (issue.Seq, issue.LineNo, expected.Value))
        {
            findings.Add("cost", seq, "a receipt did not adjust the issues it covered as it should");
        }
    }
}
