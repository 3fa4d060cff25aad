namespace Analytics.Ledger;

/// <summary>A version of a rule by which the clerk who first served a customer (首单) keeps a share of his later
/// purchases. Of several in use the first by code holds.</summary>
/// <param name="Code">What it is known by.</param>
/// <param name="Share">As a fraction above 0, at most six decimals.</param>
public sealed record ShareRuleMaster(string Code, decimal Share) : Submission
{
    /// <summary>For how many days after the first purchase; 0 means for good.</summary>
    public int Days { get; init; }

    public bool IsActive { get; init; } = true;
}
