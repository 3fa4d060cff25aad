namespace Analytics.Ledger.Accounting;

/// <summary>A line of a financial statement.</summary>
/// <param name="Line">Its name in <c>statements.csv</c>.</param>
/// <param name="Chinese">Its label.</param>
/// <param name="English">Its label.</param>
/// <param name="Amount">Assets, revenue and income positive as debit resp. credit; debts, equity as credit; expenses as
/// debit.</param>
/// <param name="Before">The same at the period's beginning; of the income statement, of the year up to the period.
/// </param>
public sealed record StatementLine(string Line, string Chinese, string English, Money Amount, Money Before)
{
    /// <summary>Whether it adds up others: of those that are not, each account is in one.</summary>
    public bool IsTotal { get; init; }
}
