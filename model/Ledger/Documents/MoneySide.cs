namespace Analytics.Ledger;

/// <summary>The side of an amount in an accounting voucher.</summary>
public enum MoneySide
{
    /// <summary>借.</summary>
    Debit,

    /// <summary>贷.</summary>
    Credit,
}
