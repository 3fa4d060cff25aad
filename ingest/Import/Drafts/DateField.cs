using System.Globalization;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Reading;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>Reads the date of a row by the mapping's formats, and by no other.</summary>
internal sealed class DateField(Field field, DateSpec spec, bool isWorkbook, BusinessDay day)
{
    private readonly Format[] formats = [.. spec.Formats
        .Select(text => new Format(text, HasTime(text) && !spec.DateOnly, HasZone(text)))
        .Concat(isWorkbook ? [new Format(XlsxRows.DateFormat, !spec.DateOnly, HasZone: false)] : [])];

    private sealed record Format(string Text, bool HasTime, bool HasZone);

    /// <summary>The instant; null with a fault where the text has none of the formats.</summary>
    public DateTimeOffset? Read(Row row, List<Words> faults)
    {
        var before = faults.Count;
        var text = field.Code(row, faults);
        if (faults.Count > before)
        {
            return null;
        }

        foreach (var format in formats)
        {
            if (format.HasZone)
            {
                if (DateTimeOffset.TryParseExact(
                    text, format.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                {
                    return instant.ToUniversalTime();
                }
            }
            else if (DateTime.TryParseExact(
                text, format.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                // A date without a time is that business date, also where the day begins after midnight.
                return day.At(format.HasTime ? local : local.Date + day.CutOver);
            }
        }

        var known = string.Join(" | ", spec.Formats);
        faults.Add(new Words(
            $"“{text}”不是 {known} 格式的日期；请改正，或在映射的 document.date.formats 中加上它的格式",
            $"'{text}' is not a date of the form {known}: mend it, or add its form to document.date.formats in"
            + " the mapping")
            .At(field.Place));
        return null;
    }

    private static bool HasTime(string format) => format.AsSpan().ContainsAny('H', 'h');

    private static bool HasZone(string format) => format.AsSpan().ContainsAny('z', 'K');
}
