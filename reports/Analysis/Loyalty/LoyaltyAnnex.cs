using System.Data.Common;
using System.Runtime.CompilerServices;
using Analytics.Star;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>Judges every customer of the served generation and serves what it found beside it: <c>fact_loyalty</c>,
/// those who began together in <c>fact_cohort</c>, and in <c>fact_loyalty_fit</c> how far its models can be
/// trusted.</summary>
/// <remarks>Purchases are brought together by the engine, which spills; the models see customers who bought alike once;
/// customers are written as they are read.</remarks>
public static class LoyaltyAnnex
{
    private const int LongestHoldOut = 90;

    /// <summary>Of history, at most so much is kept back: models are fitted to the rest.</summary>
    private const int HoldOutPart = 4;

    private const int LeastHoldOut = 14;

    private const string Customers = "fact_loyalty";
    private const string Cohorts = "fact_cohort";
    private const string ModelFits = "fact_loyalty_fit";

    private static readonly string[] Kinds = ["member", "wholesale"];

    /// <summary>What is written.</summary>
    internal static IReadOnlyList<string> Tables { get; } = [Customers, Cohorts, ModelFits];

    /// <summary>Computes and publishes them; the last that was published, or why one is not.</summary>
    /// <exception cref="StarException">There is no generation, or someone is building.</exception>
    public static async Task<AnnexOutcome> PublishAsync(
        StarFolder folder, LoyaltyOptions options, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var manifest = folder.Current() ?? throw new StarException(
            $"No generation was published in {folder.FullPath} yet; build one with 'analytics snapshot'.");
        var asOf = options.AsOf ?? manifest.LastBusinessDate;
        var target = new Target(
            folder, new AnnexOptions { FromGeneration = manifest.Generation, Session = options.Session }, clock);
        var session = await StarSession.OpenAsync(folder, manifest, options.Session, ct).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.ExecuteAsync(Statement.Text("loyalty_purchase"), ct, ("as_of", asOf)).ConfigureAwait(false);
            await session.ExecuteAsync(Statement.Text("loyalty_purchase_day"), ct).ConfigureAwait(false);
            var models = new Dictionary<string, PopulationModel>(StringComparer.Ordinal);
            foreach (var kind in Kinds)
            {
                models[kind] = await FitAsync(session, kind, (manifest.FirstBusinessDate, asOf), ct)
                    .ConfigureAwait(false);
            }

            var published = await WriteAsync(
                target, Customers,
                rows => CustomersAsync(session, rows, models, options with { AsOf = asOf }, ct), ct)
                .ConfigureAwait(false);
            published = published is AnnexOutcome.Published
                ? await WriteAsync(
                    target, Cohorts, rows => CohortsAsync(session, rows, asOf, ct), ct).ConfigureAwait(false)
                : published;
            return published is AnnexOutcome.Published && models.Values.Any(model => model.Fits.Count > 0)
                ? await WriteAsync(
                    target, ModelFits,
                    rows => Task.FromResult(Fits(rows, asOf, models.Values)), ct).ConfigureAwait(false)
                : published;
        }
    }

    private static async Task<long> CohortsAsync(
        StarSession session, RowAppender rows, DateOnly asOf, CancellationToken ct)
    {
        var command = session.Connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Statement.Text("loyalty_cohort");
            var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(ct).ConfigureAwait(false))
                {
                    rows.Append(reader.GetString(0)).Append(reader.GetFieldValue<DateOnly>(1))
                        .Append(reader.GetInt32(2)).Append(asOf).Append(reader.GetInt64(3)).Append(reader.GetInt64(4))
                        .Append(reader.GetDecimal(5)).EndRow();
                }
            }
        }

        return rows.Rows;
    }

    private static async Task<PopulationModel> FitAsync(
        StarSession session, string kind, (DateOnly First, DateOnly AsOf) known, CancellationToken ct)
    {
        var days = Math.Min(LongestHoldOut, (known.AsOf.DayNumber - known.First.DayNumber) / HoldOutPart);
        days = days < LeastHoldOut ? 0 : days;
        var at = await CountsAsync(known.AsOf.AddDays(-days)).ConfigureAwait(false);
        var before = await CountsAsync(known.AsOf.AddDays(-2 * days)).ConfigureAwait(false);
        var whole = await CountsAsync(known.AsOf).ConfigureAwait(false);
        var spending = await session.QueryAsync(
            Statement.Text("loyalty_spend"), row => (row.GetInt32(0), row.GetDouble(1)), int.MaxValue, ct,
            ("population_kind", kind)).ConfigureAwait(false);
        return PopulationModel.Of(kind, days, (at, before, whole), spending);

        Task<IReadOnlyList<SplitCount>> CountsAsync(DateOnly cutOff) => session.QueryAsync(
            Statement.Text("loyalty_counts"), CountOf, int.MaxValue, ct,
            ("population_kind", kind), ("cut_off", cutOff), ("horizon", days));
    }

    private static SplitCount CountOf(DbDataReader row) => new(
        PurchaseCount.OfDays(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(5)),
        row.GetInt32(3), row.GetInt32(4));

    private static async Task<AnnexOutcome> WriteAsync(
        Target target, string table, Func<RowAppender, Task<long>> write, CancellationToken ct)
    {
        var build = await AnnexBuild.StartAsync(target.Folder, table, target.Options, target.Clock, ct)
            .ConfigureAwait(false);
        await using (build.ConfigureAwait(false))
        {
            using (var rows = build.AppendRows())
            {
                await write(rows).ConfigureAwait(false);
            }

            return await build.PublishAsync(ct).ConfigureAwait(false);
        }
    }

    private static async Task<long> CustomersAsync(
        StarSession session, RowAppender rows, Dictionary<string, PopulationModel> models, LoyaltyOptions options,
        CancellationToken ct)
    {
        var asOf = options.AsOf!.Value;
        var earlier = asOf.AddDays(-options.SpanDays);
        var previous = new Dictionary<long, (int Level, string Cell)>();
        // A level needs no model.
        var plain = models.Values.ToDictionary(
            model => model.Kind, model => model with { Buying = null }, StringComparer.Ordinal);
        await foreach (var customer in HistoriesAsync(session, earlier, options, ct).ConfigureAwait(false))
        {
            var judged = Judgement.Of(customer, earlier, plain[customer.Kind], options);
            previous[customer.PartyId] = (judged.Level, CustomerCells.Cell(customer.AboveMedian));
        }

        await foreach (var customer in HistoriesAsync(session, asOf, options, ct).ConfigureAwait(false))
        {
            var population = models[customer.Kind];
            CustomerCells.Append(
                rows, customer, Judgement.Of(customer, asOf, population, options),
                (options, population.Buying is null ? "" : ModelFit.BgNbd,
                    previous.GetValueOrDefault(customer.PartyId, (0, ""))));
        }

        return rows.Rows;
    }

    /// <summary>Every customer as of a day, in the order of the annex.</summary>
    private static async IAsyncEnumerable<CustomerHistory> HistoriesAsync(
        StarSession session, DateOnly asOf, LoyaltyOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        var command = session.Connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Statement.Text("loyalty_customer");
            command.Bind("as_of", asOf);
            command.Bind("window_days", options.WindowDays);
            command.Bind("span_days", options.SpanDays);
            command.Bind("min_purchases", Math.Max(2, options.MinPurchases));
            var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(ct).ConfigureAwait(false))
                {
                    yield return CustomerOf(reader);
                }
            }
        }
    }

    private static CustomerHistory CustomerOf(DbDataReader row) => new()
    {
        Kind = row.GetString(0),
        PartyId = row.GetInt64(1),
        MainStoreId = row.GetInt64(2),
        FirstDate = row.GetFieldValue<DateOnly>(3),
        LastDate = row.GetFieldValue<DateOnly>(4),
        DayCount = row.GetInt32(5),
        GapSquares = row.GetInt64(6),
        ClassInterval = row.IsDBNull(7) ? null : row.GetInt64(7),
        WindowDayCount = row.GetInt32(8),
        WindowOrderCount = row.GetInt32(9),
        Qty = row.GetDecimal(10),
        NetAmount = row.GetDecimal(11),
        MarginAmount = row.GetDecimal(12),
        RecentAmount = row.GetDecimal(13),
        EarlierAmount = row.GetDecimal(14),
        AllAmount = row.GetDecimal(15),
        RecencyScore = row.GetInt32(16),
        FrequencyScore = row.GetInt32(17),
        MoneyScore = row.GetInt32(18),
        AboveMedian = (row.GetBoolean(19), row.GetBoolean(20), row.GetBoolean(21)),
        Active = (row.GetBoolean(22), row.GetBoolean(23)),
    };

    /// <summary>Where annexes are written and how.</summary>
    private sealed record Target(StarFolder Folder, AnnexOptions Options, TimeProvider Clock);

    private static long Fits(RowAppender rows, DateOnly asOf, IEnumerable<PopulationModel> models)
    {
        foreach (var population in models)
        {
            foreach (var fit in population.Fits)
            {
                FitCells.Append(rows, asOf, population, fit);
            }
        }

        return rows.Rows;
    }
}
