namespace Analytics.Ledger.Rebates;

/// <summary>What a party earned by a policy in a period, and what became of it.</summary>
/// <param name="PartyId">Durable id.</param>
/// <param name="PartyCode">The party's code.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">Its last one, or the day up to which it was asked.</param>
/// <param name="Quantity">Bought in it, returns taken off, in base units.</param>
/// <param name="Amount">Likewise, with tax.</param>
/// <param name="Due">What that earns (应返).</param>
/// <param name="Booked">Of that, what rebate documents booked.</param>
/// <param name="Paid">Of that, what was settled (已返).</param>
/// <param name="Reckoning">How it was reckoned.</param>
public sealed record RebateStanding(
    long PartyId, string PartyCode, DateOnly From, DateOnly To, Qty Quantity, Money Amount, Money Due, Money Booked,
    Money Paid, string Reckoning)
{
    /// <summary>What is still to be given (未返); below zero where more was given than is earned after returns.
    /// </summary>
    public Money Unpaid => Due - Paid;

    /// <summary>The rebate document that books what is not booked yet; null where there is nothing to
    /// book, or one waits for its approval.</summary>
    public Document? Proposal { get; init; }
}
