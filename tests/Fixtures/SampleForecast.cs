using Analytics.Star;

namespace Analytics.Fixtures;

/// <summary>A small forecast of the items and stores of <see cref="SampleStar"/>: what is given is known by
/// formula.</summary>
public static class SampleForecast
{
    public static readonly DateOnly AsOf = new(2025, 3, 10);

    /// <summary>Writes and publishes one of so many rows, each with a quantity that tells one forecast from another.
    /// </summary>
    public static async Task<AnnexOutcome> PublishAsync(
        StarFolder folder, int rows, decimal qty, AnnexOptions? options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        options ??= new AnnexOptions { FromGeneration = folder.Current()!.Generation };
        await using var build = await AnnexBuild.StartAsync(folder, "fact_forecast", options, clock, default);
        using (var forecast = build.AppendRows())
        {
            // The last first: the annex puts them in order.
            for (var row = rows - 1; row >= 0; row--)
            {
                Append(forecast, 1 + (row % 7), 1 + (row / 7 % 3), AsOf.AddDays(1 + (row / 21)), qty);
            }
        }

        return await build.PublishAsync(default);
    }

    public static void Append(RowAppender forecast, long item, long store, DateOnly day, decimal qty)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var days = day.DayNumber - AsOf.DayNumber;
        forecast.Append(item).Append(store).Append(day).Append(AsOf)
            .Append(qty).Append(qty + 1).Append(qty + 2)
            .Append(qty * days).Append((qty + 1) * days).Append((qty + 2) * days)
            .Append("naive").EndRow();
    }
}
