namespace Analytics.Ingest.Demo;

/// <summary>When in the day customers come: 08:00 to 22:00 in stores, office hours in wholesale.</summary>
internal sealed class OpeningHours
{
    public static readonly OpeningHours Retail = new(8, [5, 8, 9.5, 8, 6, 5, 5.5, 6, 7, 9, 10.5, 10, 7, 3.5]);
    public static readonly OpeningHours Office = new(9, [7, 11, 10, 3, 5, 9, 10, 7]);

    private readonly int opens;
    private readonly double[] upTo;

    private OpeningHours(int opens, double[] hours)
    {
        this.opens = opens;
        upTo = new double[hours.Length + 1];
        var total = hours.Sum();
        for (var n = 0; n < hours.Length; n++)
        {
            upTo[n + 1] = upTo[n] + (hours[n] / total);
        }
    }

    /// <summary>The part of a day's customers that have come by a second of the day.</summary>
    public double By(int second)
    {
        var hour = (second / 3600) - opens;
        if (hour < 0)
        {
            return 0;
        }

        var into = second % 3600 / 3600.0;
        return hour >= upTo.Length - 1 ? 1 : upTo[hour] + ((upTo[hour + 1] - upTo[hour]) * into);
    }

    /// <summary>The second of the day by which <paramref name="part"/> of its customers have come.</summary>
    public int When(double part)
    {
        var hour = 0;
        while (hour < upTo.Length - 2 && upTo[hour + 1] <= part)
        {
            hour++;
        }

        var into = (part - upTo[hour]) / (upTo[hour + 1] - upTo[hour]);
        return ((opens + hour) * 3600) + Math.Min(3599, (int)(into * 3600));
    }
}
