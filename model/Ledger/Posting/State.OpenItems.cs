using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Open items and what settled them. Always asked of the tables: nothing of it is kept.</summary>
internal sealed partial class State
{
    /// <summary>The items an entry made, as they stand.</summary>
    public List<HeldItem> OpenItemsOf(long seq)
    {
        Write();
        return tables.OpenItemsOf(seq);
    }

    /// <summary>What is open on an account for a party: the oldest due first, then by entry.</summary>
    public List<HeldItem> OpenItemsOn(string account, long partyId)
    {
        Write();
        return tables.OpenItemsOn(account, partyId);
    }

    /// <summary>The allocations an entry holds.</summary>
    public IReadOnlyList<AllocationRow> Allocations(long seq) =>
        OtherRows<AllocationRow>(seq);

    /// <summary>The entry that took back what another had settled; null where none did.</summary>
    public long? AllocationTakenBackBy(long seq)
    {
        Write();
        return tables.AllocationTakenBackBy(seq);
    }
}
