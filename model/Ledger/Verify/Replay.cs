using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Verify;

/// <summary>Adds up balances and control totals from the entries, in their order.</summary>
/// <remarks>Memory grows with accounts and parties, not with documents.</remarks>
internal sealed class Replay(Findings findings, long blockSize)
{
    public Dictionary<(string Account, long PartyId), long> Balances { get; } = [];

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
            Balance(row.DebitAccount, row.DebitPartyId, row.Amount);
            Balance(row.CreditAccount, row.CreditPartyId, -row.Amount);
        }
    }

    private void CloseBlock(Draft draft)
    {
        var block = (draft.Seq / blockSize) - 1;
        var expected = ControlTotals.Entry(draft.Seq, block, Control).Other;
        if (draft.Seq % blockSize != 0 || !expected.SequenceEqual(draft.Other))
        {
            findings.Add("control", draft.Seq, "the control totals of a block are not the sums of its entries");
        }

        Control = [];
    }

    private void Balance(string account, long partyId, long amount) =>
        Balances[(account, partyId)] = Balances.GetValueOrDefault((account, partyId)) + amount;
}
