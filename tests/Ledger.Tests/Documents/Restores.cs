using Analytics.Ledger.Verify;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>Posts a document and reverses it at its own moment: stock, value, balances, open items, and all that
/// look-ups know must be as before, and the book must verify.</summary>
public static class Restores
{
    private static readonly string[] Held =
    [
        "select 'pool', item_id, depot_id, batch_id, qty, value from state_pool where qty <> 0 or value <> 0",
        "select 'layer', item_id, depot_id, qty, value, effective from state_pool_queue",
        "select 'stock', item_id, depot_id, batch_id, bin_id, qty from state_stock where qty <> 0",
        "select 'balance', account, party_id, amount from state_balance where amount <> 0",
        "select 'open', account, party_id, seq, line_no, remaining from state_open_item",
        "select 'followed', seq, line_no, kind, qty from state_followed where qty <> 0",
        "select 'code', code, location from state_trace_code",
        "select 'reserved', item_id, depot_id, seq, line_no, reserves_until, qty from state_reserved",
        "select 'signed', seq, line_no, receipt_seq, receipt_line_no, qty, cost from state_signed",
        "select 'voucher', series, voucher_no, seq, line_no, used_seq from state_voucher",
        "select 'price', party_id, item_id, unit, seq, line_no, amount, qty from state_last_price",
        "select 'tender', store_id, business_date, shift_no, till_code, tender_id, amount from state_tender_day "
            + "where amount <> 0",
        "select 'closed', store_id, business_date from state_day_close where seq <> -1",
        "select 'member', party_id, measure, total from state_member_total where total <> 0",
        "select 'level', party_id, level_id from state_member_level where level_id <> -1",
        "select 'coupon', coupon_code, used_seq from state_coupon where seq <> -1",
        "select 'clerk', party_id, employee_id from state_first_clerk where employee_id <> -1",
    ];

    /// <param name="book">With all that the document needs.</param>
    /// <param name="document">Is posted, then reversed.</param>
    /// <param name="more">Questions of the kind's own state, whose answers must be as before too.</param>
    public static async Task EverythingAsync(TestBook book, Document document, params string[] more)
    {
        var before = Dump(book, more);
        await book.PostedAsync(document);
        var key = document.Key.Length > 0 ? document.Key : $"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}";

        await book.PostedAsync(new Reversal(key, document.DocumentNo + "-R"));

        Dump(book, more).Should().Equal(before);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    private static List<string> Dump(TestBook book, string[] more) =>
    [
        .. Held.Concat(more)
            .SelectMany(question => book.Query(question, row => string.Join(
                ' ', Enumerable.Range(0, row.FieldCount).Select(at => Convert.ToString(
                    row.GetValue(at), System.Globalization.CultureInfo.InvariantCulture)))))
            .Order(StringComparer.Ordinal),
    ];
}
