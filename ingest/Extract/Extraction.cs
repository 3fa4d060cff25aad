using System.Data.Common;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Extract;

/// <summary>Carries rows of the Ledger, as of one view of it, into temporary tables of a star session.</summary>
/// <remarks>Extract/x.sql reads what staging/x.sql declares, column for column: bigint and text alone, so rows are
/// passed on as they come and nothing is kept. Of what entries moved only those after <c>fromSeq</c> are read, and what
/// later ones adjusted; masters whole.</remarks>
internal sealed class Extraction(BookReader book, StarSession session, long fromSeq, long toSeq)
{
    /// <summary>How many rows go by between two reports of progress, and two looks at the token.</summary>
    private const int Stride = 50_000;

    private static readonly SqlFiles Files = new(typeof(Extraction).Assembly);

    /// <summary>The tables that a snapshot extracts, in order.</summary>
    public static IReadOnlyList<SqlFile> Tables { get; } = Files.Under("Extract/");

    /// <summary>What the audits compare with, as it was at an earlier entry.</summary>
    public static IReadOnlyList<SqlFile> TablesAsOf { get; } =
        Files.Under("Extract/as_of/").Where(file => file.Name != "entry").ToList();

    /// <summary>How many milliseconds later than that of UTC the company's day begins. Summer time is left out: of a
    /// zone that has it, what was recorded within an hour of midnight may count under the day beside.</summary>
    private long DayBegin => (long)(book.Day.CutOver - book.Day.Zone.BaseUtcOffset).TotalMilliseconds;

    /// <summary>Makes the staging table of that name and fills it; answers the number of rows.</summary>
    public async Task<long> StageAsync(SqlFile table, Action<long> atRows, CancellationToken ct)
    {
        await session.ExecuteAsync(Files.Read($"staging/{table.Name}.sql"), ct);
        await using var command = book.Command(table.Text);
        Bind(command, "@from_seq", fromSeq);
        Bind(command, "@to_seq", toSeq);
        Bind(command, "@day_begin", DayBegin);
        using var rows = session.AppendToStaging("staging_" + table.Name);
        await CopyAsync(command, rows, atRows, ct);
        return rows.Rows;
    }

    /// <summary>The hash of an entry; null where the book has no such entry.</summary>
    public static async Task<string?> HashAsync(BookReader book, long seq, CancellationToken ct)
    {
        await using var command = book.Command(Files.Read("Extract/as_of/entry.sql"));
        Bind(command, "@to_seq", seq);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>The one place where rows cross from engine to engine: a faster reader of the book would replace this.
    /// </summary>
    private static async Task CopyAsync(DbCommand command, RowAppender rows, Action<long> atRows, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!reader.Read())
        {
            return;
        }

        var isText = Enumerable.Range(0, reader.FieldCount)
            .Select(i => string.Equals(reader.GetDataTypeName(i), "text", StringComparison.OrdinalIgnoreCase))
            .ToArray();
        do
        {
            for (var i = 0; i < isText.Length; i++)
            {
                _ = isText[i] ? rows.Append(reader.GetString(i)) : rows.Append(reader.GetInt64(i));
            }

            rows.EndRow();
            if (rows.Rows % Stride == 0)
            {
                ct.ThrowIfCancellationRequested();
                atRows(rows.Rows);
            }
        }
        while (reader.Read());
    }

    private static void Bind(DbCommand command, string name, long value)
    {
        if (command.CommandText.Contains(name, StringComparison.Ordinal))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
