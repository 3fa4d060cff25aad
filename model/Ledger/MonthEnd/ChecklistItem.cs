namespace Analytics.Ledger.MonthEnd;

/// <summary>A point of the month-end checklist.</summary>
/// <param name="Check">Its name in <c>month_end.csv</c>.</param>
/// <param name="Chinese">What it looks for.</param>
/// <param name="English">What it looks for.</param>
/// <param name="Count">How often it was found.</param>
/// <param name="Found">The first of them.</param>
public sealed record ChecklistItem(
    string Check, string Chinese, string English, int Count, IReadOnlyList<ChecklistFinding> Found);
