using Analytics.Ledger.Posting;

namespace Analytics.Ledger.MonthEnd;

/// <summary>What to look at before a period is closed (月末检查): drafts, negative stock, goods without a cost, values
/// without goods, what is still on its way or not settled.</summary>
/// <remarks>Nothing of it keeps a period from closing: it is the user who decides. Stock and open items are as the view
/// has them, not as of the period's end.</remarks>
public sealed class Checklist(BookReader view)
{
    private const int MostFound = 50;

    /// <summary>All points, those with nothing found too.</summary>
    public async Task<IReadOnlyList<ChecklistItem>> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var items = new List<ChecklistItem>();
        foreach (var row in PipedRows.Of("month_end.csv"))
        {
            await using var command = view.Command(LedgerSql.Text($"sql/month_end/{row[0]}.sql"));
            command.Bind("@from_date", Dates.Number(from));
            command.Bind("@to_date", Dates.Number(to));
            await using var rows = await command.ExecuteReaderAsync(ct);
            var found = new List<ChecklistFinding>();
            var count = 0;
            while (await rows.ReadAsync(ct))
            {
                count++;
                if (found.Count < MostFound)
                {
                    found.Add(new ChecklistFinding(rows.GetString(0), rows.GetString(1), rows.GetInt64(2)));
                }
            }

            items.Add(new ChecklistItem(row[0], row[1], row[2], count, found));
        }

        return items;
    }
}
