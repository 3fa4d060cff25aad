namespace Analytics.Dashboard.Tables;

/// <summary>Why a row, or with line 0 a whole file, was not taken.</summary>
public sealed record TableFault(long Line, string Chinese, string English);
