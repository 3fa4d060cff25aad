namespace Analytics.Ledger;

/// <summary>What was counted of a means of payment in a shift at a till (实收).</summary>
/// <param name="TenderCode">A <see cref="TenderMaster"/>.</param>
/// <param name="Amount">Counted; below zero where more was given back than came in.</param>
public sealed record TillCount(string TenderCode, Money Amount)
{
    /// <summary>The till; empty where tickets name none.</summary>
    public string TillCode { get; init; } = "";

    /// <summary>The shift; empty where tickets name none.</summary>
    public string ShiftNo { get; init; } = "";
}
