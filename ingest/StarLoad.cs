using System.Security.Cryptography;
using System.Text;
using Analytics.Ingest.Calendar;
using Analytics.Ledger.Accounting;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>The statements of load/*.sql: staging into dimensions and facts, facts into rollups. The stem of a file is
/// the table it fills; a file of that stem in clear/ takes out first what is loaded anew.</summary>
public static class StarLoad
{
    private static readonly SqlFiles Files = new(typeof(StarLoad).Assembly);

    /// <summary>Facts made of the movements of stock, in the order in which they read each other.</summary>
    private static readonly string[] OfStock = ["fact_daily_stock", "fact_daily_batch_stock", "fact_cost_layer"];

    /// <summary>In the order they run: what a load reads stands before it.</summary>
    internal static IReadOnlyList<SqlFile> All { get; } =
        [.. Of("dim_"), .. Of("fact_").OrderBy(fact => Array.IndexOf(OfStock, fact.Name)), .. Of("rollup_")];

    /// <summary>Of all statements that make rows: what was loaded by others is not added to.</summary>
    internal static string Version { get; } = Digest();

    private static Dictionary<string, SqlFile> Clears { get; } =
        Files.Under("clear/").ToDictionary(file => file.Name, StringComparer.Ordinal);

    /// <summary>Fills the rollups from the facts that stand in the session's star, where any of an entry after
    /// <paramref name="fromSeq"/> does.</summary>
    public static async Task RollupsAsync(StarSession session, long fromSeq, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        await TouchAsync(session, fromSeq, ct);
        foreach (var load in Of("rollup_"))
        {
            await RunAsync(load, session, fromSeq, default, ct);
        }
    }

    /// <summary>Stages what no entry of the book says: the calendar, and accounts that need no version.</summary>
    internal static async Task StageAsync(StarSession session, CompanyCalendar calendar, CancellationToken ct)
    {
        await calendar.StageAsync(session, ct);
        await session.ExecuteAsync(Files.Read("staging/built_in_account.sql"), ct);
        using var accounts = session.AppendToStaging("staging_built_in_account");
        foreach (var (code, chinese, english) in AccountNames.BuiltInNames)
        {
            accounts.Append(code).Append(chinese).Append(english).EndRow();
        }
    }

    /// <summary>Fills the calendar of the session's star with the days from one to another.</summary>
    public static async Task CalendarAsync(
        StarSession session, CompanyCalendar calendar, DateOnly from, DateOnly to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(calendar);
        await calendar.StageAsync(session, ct);
        await session.ExecuteAsync(Files.Read("staging/day_between.sql"), ct, ("from_date", from), ("to_date", to));
        await session.ExecuteAsync(Files.Read("load/dim_date.sql"), ct);
    }

    /// <summary>Fills the hours of the session's star.</summary>
    public static Task HoursAsync(StarSession session, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.ExecuteAsync(Files.Read("load/dim_hour.sql"), ct);
    }

    /// <summary>Runs one load.</summary>
    /// <param name="load">Of <see cref="All"/>.</param>
    /// <param name="session">With the staging tables and the star.</param>
    /// <param name="fromSeq">Facts of entries up to this one are there already; 0 where none are.</param>
    /// <param name="fallback">Stands in the calendar where no row bears a date.</param>
    /// <param name="ct">Stops.</param>
    internal static async Task<long> RunAsync(
        SqlFile load, StarSession session, long fromSeq, DateOnly fallback, CancellationToken ct)
    {
        if (Clears.TryGetValue(load.Name, out var clear))
        {
            await session.ExecuteAsync(clear.Text, ct);
        }

        if (load.Name == "dim_date")
        {
            await RunAsync(Files.Read("staging/day.sql"), session, fromSeq, fallback, ct);
        }

        var rows = await RunAsync(load.Text, session, fromSeq, fallback, ct);
        if (load.Name == "fact_sales")
        {
            await TouchAsync(session, fromSeq, ct);
        }
        else if (load.Name == "fact_stock_movement")
        {
            await RunAsync(Files.Read("staging/stock_change.sql"), session, fromSeq, fallback, ct);
        }

        return rows;
    }

    /// <summary>Notes which slices of the rollups the facts after an entry touch.</summary>
    internal static Task<long> TouchAsync(StarSession session, long fromSeq, CancellationToken ct) =>
        RunAsync(Files.Read("staging/touched_sales.sql"), session, fromSeq, default, ct);

    private static Task<long> RunAsync(
        string sql, StarSession session, long fromSeq, DateOnly fallback, CancellationToken ct)
    {
        (string Name, object Value)[] known = [("from_seq", fromSeq), ("fallback_date", fallback)];
        return session.ExecuteAsync(
            sql, ct, [.. known.Where(one => sql.Contains("$" + one.Name, StringComparison.Ordinal))]);
    }

    private static IEnumerable<SqlFile> Of(string prefix) =>
        Files.Under("load/").Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Digest()
    {
        string[] folders = ["Extract/", "staging/", "clear/", "load/", "Foreign/", "Foreign/check/", "Foreign/accept/"];
        var text = string.Concat(folders.SelectMany(folder => Files.Under(folder)).Select(file => file.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }
}
