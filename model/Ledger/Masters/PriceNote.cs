namespace Analytics.Ledger;

/// <summary>Prices of a list (调价单), entered together. What stands already is passed over.</summary>
/// <remarks>Of prices that hold on a day the one that began last counts. What held before the day of recording cannot
/// be changed any more.</remarks>
public sealed record PriceNote(string PriceListCode, IReadOnlyList<PriceLine> Lines) : Submission;
