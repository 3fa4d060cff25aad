namespace Analytics.Ledger.Costing;

/// <summary>What gives a movement its value. Stored as its number.</summary>
internal enum CostBasis
{
    /// <summary>The document: a receipt's amount, or a cost its source states. Never changes.</summary>
    Own,

    /// <summary>The pool, by its method.</summary>
    Pool,

    /// <summary>The movement it takes back, by its share of it.</summary>
    Source,
}
