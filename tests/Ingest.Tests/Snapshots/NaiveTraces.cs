using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Follows each trace code through the book's own rows.</summary>
internal static class NaiveTraces
{
    /// <summary>Code, document, step, document before, from where, to where.</summary>
    public static async Task<List<string>> ReplayAsync(CompanyFolder company)
    {
        var steps = await StockFactsTests.BookAsync(
            company, "select code, seq, document_line_no, location from trace_code order by code, seq, line_no");
        var goods = (await StockFactsTests.BookAsync(
                company, "select seq, document_line_no, depot_id, counter_location, qty from stock_movement"))
            .ToLookup(row => ((long)row[0]!, (long)row[1]!));
        var told = new List<string>();
        var (code, number, before, place) = ("", 0, -1L, 0L);
        foreach (var step in steps)
        {
            var (seq, line, to) = ((long)step[1]!, (long)step[2]!, (long)step[3]!);
            if ((string)step[0]! != code)
            {
                var moved = goods[(seq, line)].OrderBy(row => (long)row[4]!).ToList();
                (code, number, before) = ((string)step[0]!, 0, -1);
                place = to < 0 || (long)moved[^1][3]! == (long)Location.Transfer
                    ? (long)moved[0][2]!
                    : (long)moved[^1][3]!;
            }

            told.Add(string.Join(
                '|', code, seq.ToString(CultureInfo.InvariantCulture), ++number, before, Name(place), Name(to)));
            (before, place) = (seq, to);
        }

        return told;
    }

    private static string Name(long place) => place >= 0
        ? place.ToString(CultureInfo.InvariantCulture)
        : string.Concat(((Location)place).ToString().Select((letter, at) => char.IsUpper(letter)
            ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter)
            : letter.ToString()));
}
