using System.Globalization;

namespace Analytics.Reports;

/// <summary>What a person or a program asks of a report: its id and parameter values as text, unchecked.</summary>
/// <param name="ReportId">Path in the catalog without extension, e.g. <c>sales/year_on_year</c>.</param>
/// <param name="Parameters">By parameter name; lists are separated by commas. An empty text counts as not
/// given.</param>
public sealed record ReportRequest(string ReportId, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Which generation to read; null is the published one.</summary>
    public string? Generation { get; init; }

    /// <summary>Whether rollups may answer. The answer is the same without them, only later.</summary>
    public bool UseRollups { get; init; } = true;

    /// <summary>Whether an answer that was given before to the same question may be given again. It is the same, only
    /// sooner: for who wants to know how long an answer takes.</summary>
    public bool UseKept { get; init; } = true;

    /// <summary>What takes longer is ended and refused.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Language of what the engine itself puts into cells: the name of a total.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Takes an answer of more rows than are held; null refuses it.</summary>
    internal Func<ReportStream, CancellationToken, Task>? Write { get; init; }

    /// <summary>Rows that an answer holds.</summary>
    internal int MostHeld { get; init; } = Running.StatementRunner.MostRows;
}
