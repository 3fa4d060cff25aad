using System.Runtime.CompilerServices;
using Analytics.Ledger.MonthEnd;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Listings;

/// <summary>Periods and what to look at before one is closed, as rows.</summary>
internal static class PeriodListings
{
    /// <summary>The closes, the latest first.</summary>
    public static async IAsyncEnumerable<object?[]> ClosesAsync(
        ListingQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = question.View.Command(LedgerSql.Text("sql/period_closes.sql"));
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var recorded = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1));
            yield return
            [
                Dates.Date(rows.GetInt64(0)), question.Day.Of(recorded).Date, rows.GetString(2), rows.GetInt64(3),
            ];
        }
    }

    /// <summary>A row a finding; a point at which nothing was found has one without.</summary>
    public static async IAsyncEnumerable<object?[]> ChecklistAsync(
        ListingQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var from = question.Date("month");
        var points = await new Checklist(question.View).ReadAsync(from, from.AddMonths(1).AddDays(-1), ct);
        foreach (var point in points)
        {
            var name = question.Say(point.Chinese, point.English);
            if (point.Found.Count == 0)
            {
                yield return [point.Check, name, 0L, null, null, null];
            }

            foreach (var found in point.Found)
            {
                yield return
                [
                    point.Check, name, (long)point.Count, What(point, found, question), found.Place,
                    found.Amount == 0 ? null : (decimal)found.Amount / Money.Scale,
                ];
            }
        }
    }

    /// <summary>A kind of document by its label, all else by its code.</summary>
    private static string What(ChecklistItem point, ChecklistFinding found, ListingQuestion question) =>
        point.Check == "drafts" ? DocumentKinds.Label(found.What, question.IsEnglish) : found.What;
}
