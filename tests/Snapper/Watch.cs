using System.Data.Common;
using Analytics.Star;

namespace Analytics.Snapper;

/// <summary>A reader in a process of its own: every look must find a whole generation.</summary>
internal static class Watch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Until it is killed. Says each generation when it first sees it; ends with what is torn in one.
    /// </summary>
    public static async Task<int> RunAsync(StarFolder folder, Action<string> say)
    {
        await using var readers = new StarReaders(
            folder, new() { Session = new() { MemoryLimit = "256MB", Threads = 1 } });
        var last = "";
        while (true)
        {
            await using (var lease = await readers.RentAsync(null, default))
            {
                if (await TornAsync(lease) is { } torn)
                {
                    say($"torn {lease.Manifest.Generation}: {torn}");
                    return 1;
                }

                if (readers.SwitchRefused is { } refused)
                {
                    say($"torn: {refused}");
                    return 1;
                }

                if (lease.Manifest.Generation != last)
                {
                    say(last = lease.Manifest.Generation);
                }
            }

            await Task.Delay(Pause, TimeProvider.System, default);
        }
    }

    /// <summary>A table with other rows than the manifest says, or facts that are not what was added up of them.
    /// </summary>
    private static async Task<string?> TornAsync(StarLease lease)
    {
        foreach (var (table, rows) in lease.Manifest.Rows)
        {
            var found = await NumberAsync(lease.Connection, $"select count(*)::bigint from {lease.Schema}.{table}");
            if (found != rows)
            {
                return $"{table} has {found} rows, not {rows}";
            }
        }

        var off = await NumberAsync(
            lease.Connection,
            $"""
            select count(*)::bigint from (
                (select store_id, sum(net_amount) from {lease.Schema}.fact_sales group by all
                except select store_id, sum(net_amount) from {lease.Schema}.rollup_sales_day_store group by all)
                union all
                (select store_id, sum(net_amount) from {lease.Schema}.rollup_sales_day_store group by all
                except select store_id, sum(net_amount) from {lease.Schema}.fact_sales group by all))
            """);
        return off == 0 ? null : "the sums by day are not those of the facts";
    }

    private static async Task<long> NumberAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
