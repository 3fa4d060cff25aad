using System.Runtime.CompilerServices;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Accounting;

/// <summary>Makes vouchers (凭证) of what documents booked, as a stream: one a document (每单), or one for all documents of
/// a kind, a store and a day (多单).</summary>
/// <remarks>Vouchers are numbered within the month in the order of business date and entry. While a month is open a
/// document that comes late moves the numbers after it; once it is closed they stand. Σ vouchers = the trial balance.
/// </remarks>
public sealed class VoucherReader(BookReader view)
{
    /// <param name="from">The first day; the number of its month's first voucher is 1 if it is the month's first day.
    /// </param>
    /// <param name="to">The last day.</param>
    /// <param name="isMerged">Whether documents of a kind, store and day share one.</param>
    /// <param name="ct">Stops reading.</param>
    public async IAsyncEnumerable<AccountingVoucher> ReadAsync(
        DateOnly from, DateOnly to, bool isMerged, [EnumeratorCancellation] CancellationToken ct)
    {
        // From the month's first day on, so that numbers are those of the whole month.
        var begin = new DateOnly(from.Year, from.Month, 1);
        await using var command = view.Command(LedgerSql.Text("sql/voucher_rows.sql"));
        command.Bind("@from_date", Dates.Number(begin));
        command.Bind("@to_date", Dates.Number(to));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var day = new Day();
        while (await rows.ReadAsync(ct))
        {
            var date = Dates.Date(rows.GetInt64(0));
            if (date != day.Date)
            {
                foreach (var voucher in day.End(date).Where(voucher => voucher.BusinessDate >= from))
                {
                    yield return voucher;
                }
            }

            var seq = rows.GetInt64(1);
            var kind = rows.IsDBNull(2) ? "" : rows.GetString(2);
            var store = rows.GetInt64(5);
            var sheet = day.Of(isMerged ? (kind, store, 0) : (kind, store, seq));
            sheet.Add(rows.IsDBNull(3) ? "" : rows.GetString(3));
            sheet.Add((rows.GetString(7), rows.GetInt64(8)), isDebit: true, rows.GetInt64(11));
            sheet.Add((rows.GetString(9), rows.GetInt64(10)), isDebit: false, rows.GetInt64(11));
        }

        foreach (var voucher in day.End(to.AddDays(1)).Where(voucher => voucher.BusinessDate >= from))
        {
            yield return voucher;
        }
    }

    /// <summary>The vouchers of the day being read, in the order of their first entry.</summary>
    private sealed class Day
    {
        private readonly Dictionary<(string Kind, long StoreId, long Seq), Sheet> sheets = [];
        private int last;

        public DateOnly Date { get; private set; }

        public Sheet Of((string Kind, long StoreId, long Seq) key)
        {
            if (!sheets.TryGetValue(key, out var sheet))
            {
                sheets.Add(key, sheet = new Sheet());
            }

            return sheet;
        }

        public List<AccountingVoucher> End(DateOnly next)
        {
            var made = sheets.Where(one => !one.Value.IsEmpty)
                .Select(one => one.Value.Make(Date, ++last, one.Key.Kind, one.Key.StoreId)).ToList();
            sheets.Clear();
            last = next.Month == Date.Month && next.Year == Date.Year ? last : 0;
            Date = next;
            return made;
        }
    }

    private sealed class Sheet
    {
        private readonly List<string> documents = [];
        private readonly List<(string Account, long PartyId)> order = [];
        private readonly Dictionary<(string Account, long PartyId, bool IsDebit), long> amounts = [];

        public bool IsEmpty => amounts.Values.All(amount => amount == 0);

        public void Add(string document)
        {
            if (documents.Count == 0 || documents[^1] != document)
            {
                documents.Add(document);
            }
        }

        /// <summary>A negative debit of a reversal stays a negative debit (红字), not a credit.</summary>
        public void Add((string Account, long PartyId) on, bool isDebit, long amount)
        {
            if (!order.Contains(on))
            {
                order.Add(on);
            }

            var key = (on.Account, on.PartyId, isDebit);
            amounts[key] = amounts.GetValueOrDefault(key) + amount;
        }

        public AccountingVoucher Make(DateOnly date, int number, string kind, long storeId) => new(
            date, number, kind, documents, storeId,
            [
                .. Side(true).Select(line =>
                    new VoucherLine(line.Account, line.PartyId, new Money(line.Amount), Money.Zero)),
                .. Side(false).Select(line =>
                    new VoucherLine(line.Account, line.PartyId, Money.Zero, new Money(line.Amount))),
            ]);

        private IEnumerable<(string Account, long PartyId, long Amount)> Side(bool isDebit) => order
            .Select(on => (
                on.Account, on.PartyId, Amount: amounts.GetValueOrDefault((on.Account, on.PartyId, isDebit))))
            .Where(line => line.Amount != 0);
    }
}
