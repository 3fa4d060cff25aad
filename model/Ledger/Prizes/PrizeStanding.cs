namespace Analytics.Ledger.Prizes;

/// <summary>What a customer may bring back of a prize token, and did.</summary>
/// <param name="PartyId">Durable id.</param>
/// <param name="Due">Tokens that went with what he bought and kept (应兑).</param>
/// <param name="Collected">Tokens he brought back (已兑).</param>
/// <param name="Granted">What he was given for them, tax included.</param>
public sealed record PrizeStanding(long PartyId, Qty Due, Qty Collected, Money Granted)
{
    /// <summary>What he may still bring back (可兑); below zero where he brought more than he bought.</summary>
    public Qty Left => Due - Collected;
}
