namespace Analytics.Ledger.Verify;

/// <summary>What a verification does, in this order.</summary>
public enum VerifyStep
{
    /// <summary>Walks the chain, entry by entry.</summary>
    Entries,

    /// <summary>Costs all movements again, item by item.</summary>
    Costs,

    /// <summary>Compares the tables of state with the entries, check by check.</summary>
    State,
}
