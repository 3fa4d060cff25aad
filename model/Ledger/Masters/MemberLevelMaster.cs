namespace Analytics.Ledger;

/// <summary>A version of a level of members (会员等级).</summary>
public sealed record MemberLevelMaster(string Code, string Name) : Submission
{
    /// <summary>Of levels whose conditions are met the one of the highest rank is taken.</summary>
    public int Rank { get; init; }

    /// <summary>The price list its members buy by; empty where they have none of their own.</summary>
    public string PriceListCode { get; init; } = "";

    /// <summary>Points earned for a yuan paid, at most six decimals.</summary>
    public decimal PointsRate { get; init; }

    /// <summary>What a point is worth when it pays, in yuan; 0 where points do not pay.</summary>
    public decimal PointValue { get; init; }

    /// <summary>What a member must have spent, returns taken off.</summary>
    public Money LeastSpent { get; init; }

    /// <summary>The points a member must have earned, whether or not he still has them.</summary>
    public Qty LeastPoints { get; init; }

    public bool IsActive { get; init; } = true;
}
