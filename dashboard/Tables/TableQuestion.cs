using Analytics.Ledger;

namespace Analytics.Dashboard.Tables;

/// <summary>Which file of a kept table is wanted.</summary>
/// <param name="Name">The table's.</param>
/// <param name="IsXlsx">A workbook, or else CSV.</param>
/// <param name="IsChinese">Language of the heads.</param>
/// <param name="View">The book; null for the template.</param>
public sealed record TableQuestion(string Name, bool IsXlsx, bool IsChinese, BookReader? View);
