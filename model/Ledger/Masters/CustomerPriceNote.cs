namespace Analytics.Ledger;

/// <summary>Prices agreed with a customer (客户协议价), tax included, from a day on. They go before what he paid last and
/// before any price list.</summary>
/// <remarks>Of prices that hold on a day the one that began last counts; one from the same day takes the place of the
/// earlier.</remarks>
public sealed record CustomerPriceNote(string PartyCode, IReadOnlyList<PriceLine> Lines) : Submission;
