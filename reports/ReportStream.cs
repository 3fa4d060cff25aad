using Analytics.Star;

namespace Analytics.Reports;

/// <summary>An answer of more rows than are held: what there is to say of it, and its rows, to be read once as they
/// come.</summary>
public sealed class ReportStream
{
    private readonly RowReader reader;

    internal ReportStream(ReportResult head, RowReader reader)
    {
        Head = head;
        this.reader = reader;
    }

    /// <summary>The same rows with something else said of them.</summary>
    internal ReportStream With(ReportResult head) => new(head, reader);

    /// <summary>All of the answer but its rows.</summary>
    public ReportResult Head { get; }

    /// <summary>For files that take the engine's own cells: its first columns are those of the head.</summary>
    internal RowReader Reader => reader;

    /// <summary>Every row, none of them kept.</summary>
    internal IEnumerable<object?[]> Rows()
    {
        while (reader.Next())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                yield return RowOf(reader, row, Head.Columns.Count);
            }
        }
    }

    internal static object?[] RowOf(RowReader reader, int row, int columns)
    {
        var cells = new object?[columns];
        for (var at = 0; at < columns; at++)
        {
            cells[at] = reader.Value(at, row);
        }

        return cells;
    }
}
