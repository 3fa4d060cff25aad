using System.Data.Common;
using System.Globalization;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>The invariants of audits/*.sql: each returns the rows that must not be, so empty passes.</summary>
internal static class Audits
{
    private const int RowsShown = 5;

    private static readonly SqlFiles Files = new(typeof(Audits).Assembly);

    public static IReadOnlyList<SqlFile> All { get; } = Files.Under("audits/");

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
