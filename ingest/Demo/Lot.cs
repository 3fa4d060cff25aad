using System.Globalization;

namespace Analytics.Ingest.Demo;

/// <summary>A batch of medicine as its maker made it.</summary>
/// <param name="No">Batch number.</param>
/// <param name="ProducedOn">When it was made.</param>
/// <param name="LastDay">The last day of use.</param>
/// <param name="Printed">The expiry as printed: half of the makers print the month alone.</param>
internal sealed record Lot(string No, DateOnly ProducedOn, DateOnly LastDay, string Printed)
{
    private static readonly int[] ShelfMonths = [24, 36, 24, 30];

    /// <summary>The batch that the maker delivers on a day: made some weeks to months before, three a month.</summary>
    public static Lot Of(Goods item, DateOnly date)
    {
        var made = date.AddDays(-25 - (item.Index * 7 % 60));
        made = new DateOnly(made.Year, made.Month, made.Day switch { < 11 => 2, < 21 => 12, _ => 22 });
        var expires = made.AddMonths(ShelfMonths[item.Index % ShelfMonths.Length]);
        var isMonth = item.Maker.Length % 2 == 0;
        var last = isMonth ? new DateOnly(expires.Year, expires.Month, 1).AddDays(-1) : expires.AddDays(-1);
        return new Lot(
            string.Create(CultureInfo.InvariantCulture, $"{made:yyMMdd}{item.Index % 90 + 10:00}"), made, last,
            last.ToString(isMonth ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
