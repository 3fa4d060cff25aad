namespace Analytics.Ledger.Reading;

/// <summary>A means of payment that a document was settled with, signed as it counts.</summary>
public sealed record PostedTender(string TenderCode, Money Amount)
{
    /// <summary>What was given back of the cash handed over, in addition to the amount.</summary>
    public required Money Change { get; init; }

    /// <summary>What was handed over, before change.</summary>
    public Money HandedOver => Amount + Change;

    /// <summary>Points that it took.</summary>
    public required Qty Points { get; init; }

    /// <summary>Who owes it: an office, a platform; empty where nobody does.</summary>
    public required string PartyCode { get; init; }

    public required string Reference { get; init; }

    public required string VisitNo { get; init; }

    public required string Scheme { get; init; }

    public required string CouponCode { get; init; }
}
