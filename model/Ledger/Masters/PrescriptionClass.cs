namespace Analytics.Ledger;

/// <summary>Whether a medicine needs a prescription.</summary>
public enum PrescriptionClass
{
    /// <summary>非处方 or no medicine; in the book <c>none</c>.</summary>
    None,

    /// <summary>处方药; in the book <c>rx</c>.</summary>
    Rx,

    /// <summary>双跨, both; in the book <c>dual</c>.</summary>
    Dual,
}
