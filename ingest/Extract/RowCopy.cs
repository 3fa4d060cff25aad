using System.Data.Common;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Extract;

/// <summary>Row by row through ADO.NET, from either engine of the Ledger.</summary>
internal sealed class RowCopy(BookReader book, StarSession session) : IRowCopy
{
    /// <summary>How many rows go by between two reports of progress, and two looks at the token.</summary>
    private const int Stride = 50_000;

    public async Task<long> CopyAsync(ExtractQuery query, Action<long> atRows, CancellationToken ct)
    {
        await using var command = book.Command(query.Sql);
        foreach (var (name, value) in query.Values((query.FromSeq, query.ToSeq)))
        {
            Extraction.Bind(command, name, value);
        }

        using var rows = session.AppendToStaging(query.Staging);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!reader.Read())
        {
            return 0;
        }

        var isText = Enumerable.Range(0, reader.FieldCount)
            .Select(i => string.Equals(reader.GetDataTypeName(i), "text", StringComparison.OrdinalIgnoreCase))
            .ToArray();
        do
        {
            for (var i = 0; i < isText.Length; i++)
            {
                _ = isText[i] ? rows.Append(Text(reader, i)) : rows.Append(reader.GetInt64(i));
            }

            rows.EndRow();
            if (rows.Rows % Stride == 0)
            {
                ct.ThrowIfCancellationRequested();
                atRows(rows.Rows);
            }
        }
        while (reader.Read());

        return rows.Rows;
    }

    private static string Text(DbDataReader reader, int at)
    {
        var text = reader.GetString(at);
        return text.Length <= BookRows.MostText ? text : throw BookRows.TooLong(reader.GetName(at), text.Length);
    }
}
