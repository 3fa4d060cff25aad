using System.Data.Common;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Reading;

/// <summary>Rows of the Ledger's own statements, read out of a view.</summary>
internal static class ViewRows
{
    /// <summary>All rows of a statement; for those that a document bounds.</summary>
    public static async Task<List<T>> RowsAsync<T>(
        this BookReader view, string file, Func<DbDataReader, T> read, CancellationToken ct,
        params (string Name, object Value)[] values)
    {
        await using var command = view.Command(LedgerSql.Text(file));
        foreach (var (name, value) in values)
        {
            command.Bind(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A date of the book; null where it holds none.</summary>
    public static DateOnly? Day(DbDataReader row, int column) =>
        row.GetInt64(column) > 0 ? Dates.Date(row.GetInt64(column)) : null;
}
