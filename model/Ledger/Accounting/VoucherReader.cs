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
            var (kind, store, amount) = (rows.GetString(2), rows.GetInt64(5), rows.GetInt64(15));
            var sheet = day.Of(isMerged ? (kind, store, 0) : (kind, store, seq), rows.GetString(6));
            sheet.Add(rows.GetString(3), rows.GetString(4));
            sheet.Add(new Place(rows.GetString(7), rows.GetInt64(8), rows.GetString(9), rows.GetString(10)), amount, 0);
            sheet.Add(
                new Place(rows.GetString(11), rows.GetInt64(12), rows.GetString(13), rows.GetString(14)), 0, amount);
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

        public Sheet Of((string Kind, long StoreId, long Seq) key, string storeCode)
        {
            if (!sheets.TryGetValue(key, out var sheet))
            {
                sheets.Add(key, sheet = new Sheet(storeCode));
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

    /// <summary>Where an amount stands; of one party the code and name are always the same.</summary>
    private readonly record struct Place(string Account, long PartyId, string PartyCode, string PartyName);

    private sealed class Sheet(string storeCode)
    {
        private readonly List<string> documents = [];
        private readonly OrderedDictionary<Place, (long Debit, long Credit)> amounts = [];
        private string note = "";

        public bool IsEmpty => amounts.Values.All(amount => amount == (0, 0));

        public void Add(string document, string itsNote)
        {
            if (documents.Count == 0 || documents[^1] != document)
            {
                documents.Add(document);
                note = documents.Count == 1 ? itsNote : "";
            }
        }

        /// <summary>A negative debit of a reversal stays a negative debit (红字), not a credit.</summary>
        public void Add(Place on, long debit, long credit)
        {
            var known = amounts.GetValueOrDefault(on);
            amounts[on] = (known.Debit + debit, known.Credit + credit);
        }

        public AccountingVoucher Make(DateOnly date, int number, string kind, long storeId) => new(
            date, number, kind, documents, storeId,
            [
                .. amounts.Where(one => one.Value.Debit != 0)
                    .Select(one => Line(one.Key, new Money(one.Value.Debit), Money.Zero)),
                .. amounts.Where(one => one.Value.Credit != 0)
                    .Select(one => Line(one.Key, Money.Zero, new Money(one.Value.Credit))),
            ])
        {
            StoreCode = storeCode,
            Note = note,
        };

        private static VoucherLine Line(Place on, Money debit, Money credit) =>
            new(on.Account, on.PartyId, debit, credit) { PartyCode = on.PartyCode, PartyName = on.PartyName };
    }
}
