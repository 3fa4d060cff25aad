using System.Globalization;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Listings;

/// <summary>Reads what a listing is asked with, as text from an address or a command line; finds all that is wrong.
/// </summary>
/// <param name="listing">What is asked.</param>
/// <param name="today">The business day of asking.</param>
internal sealed class ListingArguments(Listing listing, DateOnly today)
{
    private const long MostCount = 10_000;

    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly List<ListingFault> faults = [];

    public IReadOnlyDictionary<string, object> Values => values;

    public IReadOnlyDictionary<string, long> Ids => ids;

    public IReadOnlyList<ListingFault> Faults => faults;

    public async Task ReadAsync(BookReader view, IReadOnlyDictionary<string, string> texts, CancellationToken ct)
    {
        var names = listing.Parameters.Select(parameter => parameter.Name).ToList();
        faults.AddRange(texts.Keys.Where(name => !names.Contains(name))
            .Select(name => ListingFault.Of("unknown", name, string.Join(", ", names))));
        // The beginning of a month is that of its end, which is read first.
        foreach (var parameter in listing.Parameters.OrderBy(one => one.Default == ListingParameter.MonthStart))
        {
            var text = texts.TryGetValue(parameter.Name, out var said) && said.Length > 0 ? said : parameter.Default;
            if (text is not null)
            {
                await ReadAsync(view, parameter, text, ct);
            }
            else if (parameter.IsRequired)
            {
                faults.Add(ListingFault.Of("required", parameter.Name, parameter.Name));
            }
        }

        if (values.TryGetValue("from", out var from) && values.TryGetValue("to", out var to)
            && (DateOnly)from > (DateOnly)to)
        {
            faults.Add(ListingFault.Of("range", "from", Dates.Text((DateOnly)from)));
        }
    }

    private async Task ReadAsync(BookReader view, ListingParameter parameter, string text, CancellationToken ct)
    {
        object? value = parameter.Input switch
        {
            ListingInput.Date => Date(text),
            ListingInput.Month => MonthOf(text),
            ListingInput.Flag => bool.TryParse(text, out var flag) ? flag : null,
            ListingInput.Count => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is >= 1 and <= MostCount ? count : null,
            ListingInput.Choice => parameter.Choices.Contains(text) ? text : null,
            _ => Texts.FirstInvalid(text) is null ? text : null,
        };
        if (value is null)
        {
            var fault = parameter.Input.ToString().ToLowerInvariant();
            faults.Add(ListingFault.Of(
                fault is "store" or "party" or "item" ? "text" : fault, parameter.Name,
                parameter.Input == ListingInput.Choice ? string.Join(", ", parameter.Choices) : text));
            return;
        }

        values[parameter.Name] = value;
        if (parameter.Input is ListingInput.Store or ListingInput.Party or ListingInput.Item)
        {
            await FindAsync(view, parameter, text, ct);
        }
    }

    private async Task FindAsync(BookReader view, ListingParameter parameter, string code, CancellationToken ct)
    {
        var (kind, reason) = parameter.Input switch
        {
            ListingInput.Store => ("store", RefusalReason.UnknownStore),
            ListingInput.Party => ("party", RefusalReason.UnknownParty),
            _ => ("item", RefusalReason.UnknownItem),
        };
        await using var command = view.Command(LedgerSql.Text("sql/find_master.sql"));
        command.Bind("@kind", kind);
        command.Bind("@code", code);
        if (await command.ExecuteScalarAsync(ct) is long id)
        {
            ids[parameter.Name] = id;
        }
        else
        {
            faults.Add(ListingFault.Of(reason, parameter.Name, code));
        }
    }

    private DateOnly? Date(string text)
    {
        if (text == ListingParameter.Today)
        {
            return today;
        }

        if (text == ListingParameter.MonthStart)
        {
            var end = values.TryGetValue("to", out var to) ? (DateOnly)to : today;
            return new DateOnly(end.Year, end.Month, 1);
        }

        return DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && Dates.IsInRange(date) ? date : null;
    }

    private static DateOnly? MonthOf(string text) => DateOnly.TryParseExact(
        text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && Dates.IsInRange(date) ? date : null;
}
