using System.Globalization;
using Analytics.Ingest.Import.Expressions;
using Analytics.Ingest.Import.Reading;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>What a cell of a template says, exactly or not at all.</summary>
internal static class Cell
{
    private const string Truth = "boolean";

    // As spreadsheets write them in China, and as ISO 8601 does; a workbook's own dates come in the last form.
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", XlsxRows.DateFormat];

    private static readonly string[] Moments =
    [
        "yyyy-M-d H:mm", "yyyy/M/d H:mm", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss",
        "yyyy-M-d'T'H:mm", "yyyy-M-d'T'H:mm:ss", XlsxRows.DateFormat,
    ];

    private static readonly string[] Instants = ["yyyy-M-d'T'H:mmK", "yyyy-M-d'T'H:mm:ssK", "yyyy-M-d'T'H:mm:ss.FFFK"];

    /// <param name="member">The field.</param>
    /// <param name="text">The cell, not blank.</param>
    /// <param name="day">When a business day begins.</param>
    /// <param name="fault">What is wrong, where null is returned.</param>
    public static object? Read(Member member, string text, BusinessDay day, out Words fault)
    {
        var trimmed = Plain(text.Trim());
        fault = default;
        var value = member.IsNumber ? Number(member.Type, trimmed)
            : member.Type == typeof(string) ? Text(member, trimmed)
            : member.Type == typeof(bool)
                ? Spellings.Choice(Truth, trimmed) is { } truth ? truth == "true" : null
            : member.Type == typeof(DateOnly)
                ? Date(trimmed) is { } date ? DateOnly.FromDateTime(date) : null
            : member.Type == typeof(DateTimeOffset) ? Moment(trimmed, day)
            : Choice(member.Type, trimmed);
        if (value is null)
        {
            fault = Wrong(member, trimmed);
        }

        return value;
    }

    /// <summary>How a value stands in a template: in the reader's language, times on the company's clock.</summary>
    public static object Show(Member member, string value, BusinessDay day, bool isChinese) =>
        member.IsNumber ? decimal.Parse(value, CultureInfo.InvariantCulture)
        : member.Type == typeof(bool) ? Pick(Spellings.OfChoice(Truth, value), isChinese)
        : member.Type.IsEnum ? Pick(Spellings.OfChoice(Spellings.TypeName(member.Type), value), isChinese)
        : IsKind(member) ? Pick(Spellings.OfChoice(Spellings.Kinds, value), isChinese)
        : member.Type == typeof(DateTimeOffset)
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture), day.Zone)
                .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : value;

    /// <summary>What a column takes, for people.</summary>
    public static Words Takes(Member member) =>
        member.Type == typeof(Money) || member.Type == typeof(Qty) ? new("数字，至多四位小数", "a number, at most four decimals")
        : member.Type == typeof(decimal) ? new("数字，至多六位小数", "a number, at most six decimals")
        : member.IsNumber ? new("整数", "a whole number")
        : member.Type == typeof(bool) ? Of(Truth)
        : member.Type == typeof(DateOnly) ? new("日期，如 2026-01-31", "a date such as 2026-01-31")
        : member.Type == typeof(DateTimeOffset)
            ? new("日期或时间，如 2026-01-31 18:30", "a date or time such as 2026-01-31 18:30")
        : member.Type.IsEnum ? Of(Spellings.TypeName(member.Type))
        : IsKind(member) ? new("单据类型", "a kind of document")
        : new("文字", "text");

    private static Words Of(string type)
    {
        var choices = Spellings.ChoicesOf(type);
        return new(
            string.Join("、", choices.Select(name => Spellings.OfChoice(type, name).Zh)),
            string.Join(", ", choices));
    }

    private static string Pick(Words words, bool isChinese) => isChinese ? words.Zh : words.En;

    private static string Plain(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim()
        : text;

    /// <summary>A field that names a kind of document takes the kind's words; a date that a workbook made of a text is
    /// that day again.</summary>
    private static string Text(Member member, string text) =>
        IsKind(member) ? Spellings.Choice(Spellings.Kinds, text) ?? text
        : text.Length == XlsxRows.DateLength && text.EndsWith("T00:00:00.000", StringComparison.Ordinal) ? text[..10]
        : text;

    private static bool IsKind(Member member) =>
        member.Type == typeof(string) && member.Path.Split('.')[^1] is "kind" or "of_kind";

    private static object? Number(Type type, string text)
    {
        var value = NumberFormat.Plain.Parse(text);
        if (value.IsFault)
        {
            return null;
        }

        var number = value.Number;
        return type == typeof(Money) ? Money.TryExact(number, out var money) ? money : null
            : type == typeof(Qty) ? Qty.TryExact(number, out var qty) ? qty : null
            : type == typeof(decimal) ? decimal.Round(number, 6, MidpointRounding.ToZero) == number ? number : null
            : number != decimal.Truncate(number) ? null
            : type == typeof(int) ? number is >= int.MinValue and <= int.MaxValue ? (int)number : null
            : number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
    }

    private static Enum? Choice(Type type, string text) =>
        Spellings.Choice(Spellings.TypeName(type), text) is { } name
            ? Enum.GetValues(type).Cast<Enum>().First(value => Spellings.Snake(value.ToString()) == name)
            : null;

    private static DateTimeOffset? Moment(string text, BusinessDay day) =>
        // A date without a time is that business date, also where the day begins after midnight.
        Date(text) is { } date ? day.BeginOf(DateOnly.FromDateTime(date))
        : DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? day.At(local)
        : DateTimeOffset.TryParseExact(
            text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (text[^1] == 'Z' || text.IndexOfAny(['+', '-'], 10) > 0)
            ? instant
            : null;

    private static DateTime? Date(string text) =>
        DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.TimeOfDay == TimeSpan.Zero
            ? date
            : null;

    private static Words Wrong(Member member, string text)
    {
        var takes = Takes(member);
        return new($"“{text}”不行；此列填：{takes.Zh}", $"'{text}' will not do; the column takes {takes.En}");
    }
}
