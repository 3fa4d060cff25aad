namespace Analytics.Ledger.Posting;

/// <summary>What a member holds, by the names it has in the book.</summary>
internal static class MemberMeasures
{
    /// <summary>Points that can be used, ×10⁴.</summary>
    public const string Points = "points";

    /// <summary>Points earned by buying, those taken back taken off.</summary>
    public const string PointsEarned = "points_earned";

    /// <summary>What was paid for goods.</summary>
    public const string Spent = "spent";

    /// <summary>What was paid in and is not spent.</summary>
    public const string StoredPaid = "stored_paid";

    /// <summary>What was given on top and is not spent.</summary>
    public const string StoredBonus = "stored_bonus";
}
