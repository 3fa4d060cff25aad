namespace Analytics.Ledger;

/// <summary>A version of a means of payment (支付方式).</summary>
public sealed record TenderMaster(string Code, string Name, TenderKind Kind) : Submission
{
    /// <summary>The account it comes in on; empty means the kind's own. A discount has none.</summary>
    public string AccountCode { get; init; } = "";

    /// <summary>Who then owes us: the insurance office (医保局) or the platform; empty means the customer.</summary>
    public string PartyCode { get; init; } = "";

    /// <summary>Whether it lowers the sale and settles nothing: a shop's own coupon, points, rounding off.</summary>
    public bool IsDiscount { get; init; }

    /// <summary>What a platform keeps of it (手续费率), as a fraction.</summary>
    public decimal FeeRate { get; init; }

    public bool IsActive { get; init; } = true;
}
