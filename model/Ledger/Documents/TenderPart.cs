namespace Analytics.Ledger;

/// <summary>A part of a ticket that is settled with one means of payment.</summary>
/// <param name="TenderCode">A <see cref="TenderMaster"/>.</param>
/// <param name="Amount">Above zero; of cash, what was handed over before change.</param>
public sealed record TenderPart(string TenderCode, Money Amount)
{
    /// <summary>The settlement's id at the insurance (setl_id), or the platform's number of the payment.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The visit's number (就医流水号).</summary>
    public string VisitNo { get; init; } = "";

    /// <summary>The insurance scheme (险种), such as 310.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>The coupon that is used, or, on a return, given back.</summary>
    public string CouponCode { get; init; } = "";
}
