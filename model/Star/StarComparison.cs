using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>Holds two generations beside each other, table by table.</summary>
/// <remarks>A table that has months is first compared by a digest of each; rows are matched only in months whose
/// digests differ, one month at a time, so memory follows the largest month.</remarks>
public static class StarComparison
{
    /// <param name="folder">Holds both.</param>
    /// <param name="session">What the instance that reads them may use.</param>
    /// <param name="generations">Either may be the older.</param>
    /// <param name="mostMonths">Sums to be told.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="StarException">One of them is not there or cannot be read.</exception>
    public static async Task<StarDifference> CompareAsync(
        StarFolder folder, StarSessionOptions session, (string Before, string After) generations, int mostMonths,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(session);
        var (before, after) = (folder.Get(generations.Before), folder.Get(generations.After));
        await using var instance = await StarInstance.OpenAsync(folder, [before, after], session, ct);
        await using var connection = instance.Connect();
        var (older, newer) = (StarInstance.SchemaOf(before), StarInstance.SchemaOf(after));
        var olderColumns = await ColumnsAsync(connection, older, ct);
        var newerColumns = await ColumnsAsync(connection, newer, ct);
        var tables = new List<TableDifference>();
        var months = new List<MonthDifference>();
        foreach (var table in olderColumns.Keys.Union(newerColumns.Keys).Order(StringComparer.Ordinal))
        {
            var pair = new Pair(
                table, connection, new Side(older, olderColumns.GetValueOrDefault(table)),
                new Side(newer, newerColumns.GetValueOrDefault(table)));
            var found = await pair.CompareAsync(ct);
            if (!found.IsNone)
            {
                tables.Add(found);
                months.AddRange(await pair.MonthsAsync(ct));
            }
        }

        return new StarDifference(
            before, after, tables, [.. months.Take(mostMonths)],
            Math.Max(0, months.Count - mostMonths));
    }

    private static async Task<Dictionary<string, List<string>>> ColumnsAsync(
        DbConnection connection, string schema, CancellationToken ct)
    {
        await using var use = connection.CreateCommand();
        use.CommandText = $"use {schema}";
        await DuckDb.RunAsync(() => use.ExecuteNonQueryAsync(ct), ct);
        var rows = await RowsAsync(
            connection, "columns", row => (Table: row.GetString(0), Column: row.GetString(1)), [], ct);
        return rows.GroupBy(row => row.Table)
            .ToDictionary(
                table => table.Key, table => table.Select(row => row.Column).ToList(), StringComparer.Ordinal);
    }

    private static async Task<List<T>> RowsAsync<T>(
        DbConnection connection, string statement, Func<DbDataReader, T> row, (string, object)[] values,
        CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = StarSchema.Files.Read($"statements/{statement}.sql");
        foreach (var (name, value) in values)
        {
            command.Parameters.Add(new DuckDBParameter(name, value));
        }

        await using var reader = await DuckDb.RunAsync(() => command.ExecuteReaderAsync(ct), ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>A generation, and the table's columns in it; null where it has no such table.</summary>
    private sealed record Side(string Schema, List<string>? Columns);

    /// <summary>One table in both.</summary>
    private sealed class Pair(string table, DbConnection connection, Side before, Side after)
    {
        private readonly string older = $"{before.Schema}.{table}";
        private readonly string newer = $"{after.Schema}.{table}";
        private readonly List<string>? olderColumns = before.Columns;
        private readonly List<string>? newerColumns = after.Columns;

        private bool IsComparable =>
            olderColumns is not null && newerColumns is not null && olderColumns.SequenceEqual(newerColumns)
            && (HasKey || HasRanges);

        private bool HasKey => newerColumns!.Any(column => column.EndsWith("_key", StringComparison.Ordinal));

        private bool HasRanges => newerColumns!.Contains("from_date");

        private bool HasMonths => newerColumns!.Contains("month_key") && !IsDimension;

        private bool IsDimension => table.StartsWith("dim_", StringComparison.Ordinal);

        public async Task<TableDifference> CompareAsync(CancellationToken ct)
        {
            long? rowsBefore = olderColumns is null ? null : await CountAsync(older, ct);
            long? rowsAfter = newerColumns is null ? null : await CountAsync(newer, ct);
            if (!IsComparable)
            {
                return new TableDifference(table, rowsBefore, rowsAfter, null, null, null);
            }

            var changes = HasMonths
                ? await ChangesByMonthAsync(ct)
                : (await RowsAsync(
                    connection, HasKey ? "changed_rows" : "changed_ranges", Change, Names(), ct)).Single();
            return new TableDifference(
                table, rowsBefore, rowsAfter, changes.Added, changes.Removed, changes.Changed);
        }

        /// <summary>The sums of a fact that differ; rollups would say them again.</summary>
        public async Task<IReadOnlyList<MonthDifference>> MonthsAsync(CancellationToken ct)
        {
            if (!IsComparable || !HasMonths || !table.StartsWith("fact_", StringComparison.Ordinal)
                || !newerColumns!.Any(IsMeasure))
            {
                return [];
            }

            var old = await SumsAsync(older, ct);
            var now = await SumsAsync(newer, ct);
            return old.Keys.Union(now.Keys)
                .Select(key => new MonthDifference(
                    table, key.Month, key.Measure, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .Where(found => found.Difference != 0)
                .OrderBy(found => found.MonthKey).ThenBy(found => found.Measure, StringComparer.Ordinal)
                .ToList();
        }

        private static bool IsMeasure(string column) =>
            column is "amount" or "qty"
            || column.EndsWith("_amount", StringComparison.Ordinal)
            || column.EndsWith("_qty", StringComparison.Ordinal);

        private static (long Added, long Removed, long Changed) Change(DbDataReader row) =>
            (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));

        private async Task<(long Added, long Removed, long Changed)> ChangesByMonthAsync(CancellationToken ct)
        {
            var old = await DigestsAsync(older, ct);
            var now = await DigestsAsync(newer, ct);
            var sum = (Added: 0L, Removed: 0L, Changed: 0L);
            foreach (var month in old.Except(now).Concat(now.Except(old)).Select(one => one.Key).Distinct())
            {
                (string, object)[] values = [.. Names(), ("month_key", month)];
                var found = (await RowsAsync(connection, "changed_rows_of_month", Change, values, ct)).Single();
                sum = (sum.Added + found.Added, sum.Removed + found.Removed, sum.Changed + found.Changed);
            }

            return sum;
        }

        private async Task<Dictionary<int, (long, string)>> DigestsAsync(string name, CancellationToken ct) =>
            (await RowsAsync(
                connection, "month_digests", row => (row.GetInt32(0), (row.GetInt64(1), row.GetString(2))),
                [("table_name", name)], ct)).ToDictionary();

        private async Task<Dictionary<(int Month, string Measure), decimal>> SumsAsync(
            string name, CancellationToken ct)
        {
            var months = await RowsAsync(
                connection, "month_sums",
                row => Enumerable.Range(1, row.FieldCount - 1)
                    .Select(i => ((row.GetInt32(0), row.GetName(i)), row.IsDBNull(i) ? 0 : row.GetDecimal(i)))
                    .ToList(),
                [("table_name", name)], ct);
            return months.SelectMany(month => month).ToDictionary();
        }

        private async Task<long> CountAsync(string name, CancellationToken ct) => (await RowsAsync(
            connection, "count_rows", row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture),
            [("table_name", name)], ct)).Single();

        private (string, object)[] Names() => [("before_name", older), ("after_name", newer)];
    }
}
