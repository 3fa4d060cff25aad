namespace Analytics.Ledger;

/// <summary>A version of a rebate policy (返利政策): what is earned by what is bought in a period. It books nothing:
/// <c>Rebates/RebateReader</c> reckons by it and proposes the rebate.</summary>
public sealed record RebatePolicyMaster(
    string Code, string Name, RebateSide Side, DateOnly ValidFrom, DateOnly ValidTo) : Submission
{
    public RebateBasis Basis { get; init; }

    public RebatePeriod Period { get; init; }

    /// <summary>Whose it is; empty: of each party.</summary>
    public string PartyCode { get; init; } = "";

    /// <summary>Items that count; all where neither items nor categories are named.</summary>
    public IReadOnlyList<string> ItemCodes { get; init; } = [];

    /// <summary>Categories whose items count, those below them too.</summary>
    public IReadOnlyList<string> CategoryCodes { get; init; } = [];

    /// <summary>True: each tier's rate is of what lies in it (超额累进). False: the rate of the tier reached is of all.
    /// </summary>
    public bool IsProgressive { get; init; }

    /// <summary>At least one, each from another quantity or amount on.</summary>
    public IReadOnlyList<RebateTier> Tiers { get; init; } = [];

    /// <summary>The account that the rebate is proposed on; empty: 6601 of a customer's, 6401 of a supplier's.
    /// </summary>
    public string AccountCode { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
