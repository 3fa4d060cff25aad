using System.Data.Common;
using System.Globalization;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>The invariants of audits/*.sql: each returns the rows that must not be, so empty passes.</summary>
internal static class Audits
{
    /// <summary>The one that a person may accept.</summary>
    public const string Shrink = "table_shrank";

    private const int RowsShown = 5;

    private static readonly SqlFiles Files = new(typeof(Audits).Assembly);

    public static IReadOnlyList<SqlFile> All { get; } = Files.Under("audits/");

    /// <summary>Stages what audits compare with and no source holds: how many rows there are and were.</summary>
    /// <param name="session">With the star as it was built.</param>
    /// <param name="served">What is served meanwhile; null compares with nothing.</param>
    /// <param name="ct">Stops.</param>
    public static async Task StageAsync(StarSession session, Manifest? served, CancellationToken ct)
    {
        await session.ExecuteAsync(Files.Read("staging/row_count.sql"), ct);
        var counts = new List<(string Table, long Built, long Served)>();
        foreach (var (table, rows) in served?.Rows ?? new Dictionary<string, long>())
        {
            var isWatched = table.StartsWith("fact_", StringComparison.Ordinal)
                || table.StartsWith("dim_", StringComparison.Ordinal);
            if (isWatched && StarSchema.Tables.Any(known => known.Name == table))
            {
                counts.Add((table, await session.CountAsync(table, ct), rows));
            }
        }

        using var staging = session.AppendToStaging("staging_row_count");
        foreach (var (table, built, before) in counts)
        {
            staging.Append(table).Append(built).Append(before).EndRow();
        }
    }

    /// <summary>Null where the invariant holds.</summary>
    public static async Task<AuditFinding?> RunAsync(SqlFile audit, StarSession session, CancellationToken ct)
    {
        var rows = await session.QueryAsync(audit.Text, Row, AuditFinding.MostCounted, ct);
        return rows.Count == 0 ? null : new AuditFinding(audit.Name, MustNotBe(audit), [.. rows.Take(RowsShown)])
        {
            Count = rows.Count,
        };
    }

    private static string MustNotBe(SqlFile audit) => string.Join(
        ' ',
        audit.Text.Split('\n')
            .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line[2..].Trim()));

    private static string Row(DbDataReader reader) => string.Join(
        ", ",
        Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))}"));

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DBNull => "none",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
