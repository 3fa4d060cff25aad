using System.Globalization;

namespace Analytics.Ingest.Calendar;

/// <summary>Reads a list of holidays (节假日表): stretches of days, each day in one of them at most. All lines that cannot
/// be understood are told at once.</summary>
internal sealed class HolidayFile(string path)
{
    private const string Header = "from_date,to_date,kind,name_zh,name_en";
    private const int Cells = 5;

    /// <summary>A longer stretch is a slip of the pen.</summary>
    private const int MostDays = 60;

    private readonly Dictionary<DateOnly, int> lineOf = [];
    private readonly List<string> faults = [];
    private bool hasHeader;

    public Dictionary<DateOnly, Holiday> Days { get; } = [];

    public IReadOnlyList<string> Faults => faults;

    public HolidayFile Read(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#' && Read(text, number) is { } fault)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{number}: {fault}"));
            }
        }

        if (!hasHeader && faults.Count == 0)
        {
            faults.Add($"{path}:1: no header; begin the list with {Header}");
        }

        return this;
    }

    private string? Read(string text, int number)
    {
        if (!hasHeader)
        {
            hasHeader = true;
            return text == Header ? null : $"header '{text}'; begin the list with {Header}";
        }

        var cells = text.Split(',', StringSplitOptions.TrimEntries);
        if (cells.Length != Cells)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells; write {Cells}: {Header}");
        }

        if (!IsDate(cells[0], out var from) || !IsDate(cells[1], out var to))
        {
            return $"'{cells[0]}' to '{cells[1]}' are not two dates; write them as yyyy-MM-dd";
        }

        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{cells[0]} to {cells[1]} is no stretch of 1 to {MostDays} days; correct its ends");
        }

        return Add(from, to, new Holiday(cells[2], cells[3], cells[4]), number);
    }

    private string? Add(DateOnly from, DateOnly to, Holiday holiday, int number)
    {
        if (holiday.Kind is not (Holiday.Off or Holiday.Work or Holiday.Ordinary))
        {
            return $"kind '{holiday.Kind}'; write {Holiday.Off}, {Holiday.Work} or {Holiday.Ordinary}";
        }

        if (holiday.Kind != Holiday.Ordinary && (holiday.NameZh.Length == 0 || holiday.NameEn.Length == 0))
        {
            return "a name is missing; write the holiday's name in Chinese and in English";
        }

        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!lineOf.TryAdd(day, number))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{day:yyyy-MM-dd} stands in line {lineOf[day]} already; keep it in one line");
            }

            Days[day] = holiday;
        }

        return null;
    }

    private static bool IsDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
