namespace Analytics.Ledger.Reading;

/// <summary>A debit item settled with a credit item; negative where that is taken back.</summary>
public sealed record AllocationView(
    string Account, string PartyCode, DateOnly BusinessDate, Money Amount, OpenItemRef Debit, OpenItemRef Credit);
