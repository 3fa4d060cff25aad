using System.Globalization;
using Analytics.Fixtures;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>The days of stores, told one by one from all documents of a book.</summary>
internal static class NaiveStoreDays
{
    private static readonly string[] Sold =
    [
        "sale", "sale_return", "delivery_receipt", "leftover_return", "exchange", "consignment_settlement",
        "consigned_sale", "voucher_redeem", "lend_sale",
    ];

    public static async Task<List<string>> RowsAsync(Book book)
    {
        await using var view = await book.ReadAsync(default);
        var documents = (await Query.RowsAsync(view.Connection, """
            select d.store_id, d.business_date, d.kind, d.business_at, d.seq, e.recorded_at
            from document d join entry e on e.seq = d.seq where d.store_id > 0 order by d.seq
            """)).ConvertAll(row => new Known(
                (long)row[0]!, Date((long)row[1]!), (string)row[2]!, (long)row[3]!, (long)row[4]!, (long)row[5]!));
        var closings = (await Query.RowsAsync(
            view.Connection, "select store_id, business_date, seq from state_day_close where seq > 0"))
            .ToDictionary(row => ((long)row[0]!, Date((long)row[1]!)), row => (long)row[2]!);
        var stores = (await Query.RowsAsync(view.Connection, """
            select store_id, store_kind, opened_on, closed_on from store s
            where version_id = (select max(version_id) from store t where t.store_id = s.store_id)
            """)).ToDictionary(row => (long)row[0]!);
        var today = book.Day.Of(view.RecordedAt).Date;
        var last = documents.Max(one => one.Date) < today ? documents.Max(one => one.Date) : today;
        var rows = new List<string>();
        foreach (var (id, store) in stores.OrderBy(store => store.Key))
        {
            var own = documents.Where(one => one.StoreId == id).ToList();
            for (var day = documents.Min(one => one.Date); day <= documents.Max(one => one.Date); day = day.AddDays(1))
            {
                var isExpected = (string)store[1]! == "store" && day <= last
                    && ((long)store[2]! > 0 ? day >= Date((long)store[2]!) : own.Any(one => one.Date <= day))
                    && ((long)store[3]! <= 0 || day <= Date((long)store[3]!));
                if (isExpected || own.Any(one => one.Date == day))
                {
                    rows.Add(Row(id, day, own, (isExpected, closings.GetValueOrDefault((id, day), -1))));
                }
            }
        }

        return rows;
    }

    private static string Row(long id, DateOnly day, List<Known> own, (bool IsExpected, long Closing) of)
    {
        var that = own.Where(one => one.Date == day).ToList();
        var isComplete = of.Closing > 0 || own.Any(one => one.Date > day);
        return string.Join(
            '|',
            id.ToString(CultureInfo.InvariantCulture),
            day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            that.Count.ToString(CultureInfo.InvariantCulture),
            that.Count(one => Sold.Contains(one.Kind)).ToString(CultureInfo.InvariantCulture),
            Moment(that.Select(one => one.At).DefaultIfEmpty().Min()),
            Moment(that.Select(one => one.At).DefaultIfEmpty().Max()),
            Moment(that.LastOrDefault()?.RecordedAt ?? 0),
            (that.LastOrDefault()?.Seq ?? -1).ToString(CultureInfo.InvariantCulture),
            of.Closing.ToString(CultureInfo.InvariantCulture),
            of.IsExpected.ToString(),
            isComplete.ToString(),
            (of.IsExpected && !isComplete && that.Count == 0).ToString());
    }

    private static string Moment(long milliseconds) => milliseconds == 0 ? "" : DateTimeOffset
        .FromUnixTimeMilliseconds(milliseconds).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    private static DateOnly Date(long number) =>
        new((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100));

    private sealed record Known(long StoreId, DateOnly Date, string Kind, long At, long Seq, long RecordedAt);
}
