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
    /// <summary>Tables whose rows belong to one entry each and are read in the order of entries.</summary>
    private static readonly HashSet<string> OfEntries =
        ["batch", "cost_adjustment", "document", "document_line", "money_movement", "stock_movement", "trace_code"];

    private static readonly SqlFiles Files = new(typeof(Extraction).Assembly);

    /// <summary>How many threads read, each on a connection of its own.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Reads row by row even where there is a faster way.</summary>
    public bool IsPortable { get; init; }

    /// <summary>How many entries are read at a time.</summary>
    public long EntriesOfRange { get; init; } = ExtractQuery.UsualEntries;

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
        var query = new ExtractQuery(
            table.Text, "staging_" + table.Name, fromSeq, toSeq, OfEntries.Contains(table.Name))
        {
            DayBegin = DayBegin, EntriesOfRange = EntriesOfRange,
        };
        IRowCopy copy = book.IsFile && !IsPortable
            ? new ChunkCopy(book, session, Threads)
            : new RowCopy(book, session);
        return await copy.CopyAsync(query, atRows, ct);
    }

    /// <summary>The hash of an entry; null where the book has no such entry.</summary>
    public static async Task<string?> HashAsync(BookReader book, long seq, CancellationToken ct)
    {
        await using var command = book.Command(Files.Read("Extract/as_of/entry.sql"));
        Bind(command, "@to_seq", seq);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>Gives a parameter its value where the query names it.</summary>
    internal static void Bind(DbCommand command, string name, long value)
    {
        if (command.CommandText.Contains(name, StringComparison.Ordinal))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
