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

    /// <summary>A cost adjustment note: it moves no goods, it changes what they are worth.</summary>
    Revaluation,

    /// <summary>What the components of its document went out at, by its share, and its own fee.</summary>
    Derived,
}
