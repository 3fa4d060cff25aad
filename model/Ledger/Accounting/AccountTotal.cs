namespace Analytics.Ledger.Accounting;

/// <summary>An account over a period (科目余额): debit positive in opening and closing.</summary>
public sealed record AccountTotal(string Account, Money Opening, Money Debit, Money Credit)
{
    public Money Closing { get; } = Opening + Debit - Credit;
}
