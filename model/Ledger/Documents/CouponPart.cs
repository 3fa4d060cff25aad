namespace Analytics.Ledger;

/// <summary>A coupon (代金券) that is issued.</summary>
/// <param name="Code">Its code, unique.</param>
/// <param name="FaceAmount">What it is worth at most.</param>
public sealed record CouponPart(string Code, Money FaceAmount)
{
    /// <summary>The least ticket it may be used on.</summary>
    public Money LeastSpent { get; init; }

    /// <summary>The first day it holds; null means at once.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day it holds; null means for good.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The supplier who bears it; empty where the shop does.</summary>
    public string BearerCode { get; init; } = "";
}
