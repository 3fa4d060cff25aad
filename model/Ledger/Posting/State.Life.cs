using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What a document's life asks of the state.</summary>
internal sealed partial class State
{
    /// <summary>A draft by its entry.</summary>
    public DraftRow Draft(long seq) => OtherRows<DraftRow>(seq)[0];
}
