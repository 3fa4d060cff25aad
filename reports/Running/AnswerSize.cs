namespace Analytics.Reports.Running;

/// <summary>About how many bytes an answer takes while it is kept: its cells as the runtime lays them out, and some for
/// all else.</summary>
internal static class AnswerSize
{
    private const int OfAnswer = 4_096;
    private const int OfColumn = 256;
    private const int OfObject = 24;

    public static long Of(ReportResult result)
    {
        var bytes = OfAnswer + ((long)result.Columns.Count * OfColumn)
            + result.Params.Values.Sum(OfValue) + ((result.Levels?.Count ?? 0) * sizeof(int));
        return bytes + result.Rows.Sum(OfRow) + OfRow(result.Totals ?? []);
    }

    // The list's reference, the array, a reference a cell, and what is in the cells.
    private static long OfRow(object?[] row) =>
        OfObject + (2L * IntPtr.Size) + row.Sum(cell => IntPtr.Size + OfValue(cell));

    private static long OfValue(object? value) => value switch
    {
        null => 0,
        string text => OfObject + ((long)text.Length * sizeof(char)),
        decimal => 32,
        IEnumerable<string> texts => texts.Sum(OfValue),
        _ => OfObject,
    };
}
