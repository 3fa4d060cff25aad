namespace Analytics.Ledger.Listings;

/// <summary>What a question for a listing came to.</summary>
public abstract record ListingOutcome
{
    private ListingOutcome()
    {
    }

    /// <summary>It is answered.</summary>
    public sealed record Answered(ListingAnswer Answer) : ListingOutcome;

    /// <summary>It cannot be: everything that is wrong with it.</summary>
    public sealed record Refused(IReadOnlyList<ListingFault> Faults) : ListingOutcome;
}
