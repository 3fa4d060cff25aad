using Cronos;

namespace Analytics.Host.Schedule;

/// <summary>When a served folder takes snapshots: at night, and every few minutes while the stores are open, so that
/// "today" is today. When it looks into its inbox: every minute. And when it judges customers: after the night's
/// snapshot. By the company's clock on the wall.</summary>
internal sealed class Timetable
{
    /// <summary>The name of the time at which files are taken from the inbox.</summary>
    public const string OfInbox = "inbox";

    /// <summary>The name of the time at which customers are judged.</summary>
    public const string OfLoyalty = "loyalty";

    /// <summary>The names of the times at which snapshots are taken.</summary>
    public static readonly IReadOnlyList<string> OfSnapshots = ["nightly", "within_day"];

    /// <summary>Cron expressions of five fields, or of six with seconds first, by what they are for.</summary>
    public static IReadOnlyDictionary<string, string> Standard { get; } = new Dictionary<string, string>
    {
        ["nightly"] = "30 2 * * *",
        ["within_day"] = "*/5 7-22 * * *",
        [OfInbox] = "* * * * *",
        [OfLoyalty] = "0 4 * * *",
    };

    private const int FieldsWithSeconds = 6;

    private readonly TimeZoneInfo zone;
    private readonly List<CronExpression> times;

    private Timetable(List<CronExpression> times, TimeZoneInfo zone) => (this.times, this.zone) = (times, zone);

    /// <param name="expressions">An empty one stands for never.</param>
    /// <param name="zone">Of the company.</param>
    /// <exception cref="FormatException">One that is no cron expression; the message says which and why.</exception>
    public static Timetable Of(IEnumerable<string> expressions, TimeZoneInfo zone) =>
        new([.. expressions.Where(expression => expression.Trim().Length > 0).Select(Parse)], zone);

    /// <summary>The first moment after one that is in it; null where there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) =>
        times.Select(time => time.GetNextOccurrence(after, zone)).Min();

    private static CronExpression Parse(string expression)
    {
        var hasSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == FieldsWithSeconds;
        try
        {
            return CronExpression.Parse(
                expression, hasSeconds ? CronFormat.IncludeSeconds : CronFormat.Standard);
        }
        catch (CronFormatException fault)
        {
            throw new FormatException($"'{expression}': {fault.Message.TrimEnd('.')}", fault);
        }
    }
}
