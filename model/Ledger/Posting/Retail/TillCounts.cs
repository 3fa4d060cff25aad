using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What was counted in the tills of a store's day, beside what its tickets said.</summary>
internal static class TillCounts
{
    private const int MostCounts = 10_000;
    private const long MostAmount = 90_000_000_000_000;

    /// <summary>Enters a row for each means of payment, shift and till; or says why it cannot.</summary>
    /// <param name="desk">Of a closing or handing over.</param>
    /// <param name="isWholeDay">Whether what is not counted is entered too, as expected.</param>
    public static Refusal? Enter(PostingDesk desk, bool isWholeDay)
    {
        var (state, head) = (desk.State, desk.Head);
        var counts = desk.Document.Counts;
        if (counts.Count > MostCounts)
        {
            return new Refusal(
                RefusalReason.TooManyLines, 0, counts.Count.ToString(CultureInfo.InvariantCulture));
        }

        var expected = state.TendersOf(head.StoreId, head.BusinessDate).ToDictionary(one => one.Key, one => one.Amount);
        var counted = new Dictionary<TenderDayKey, long>();
        for (var at = 0; at < counts.Count; at++)
        {
            if (Count(desk, counts[at], counted, at + 1) is { } wrong)
            {
                return wrong;
            }
        }

        var keys = counted.Keys.Union(isWholeDay ? expected.Where(one => one.Value != 0).Select(one => one.Key) : [])
            .OrderBy(key => (key.ShiftNo, key.TillCode, key.TenderId), Comparer<(string, string, long)>.Create(Order));
        foreach (var (key, lineNo) in keys.Select((key, at) => (key, at + 1)))
        {
            var tender = state.Tenders.Find(key.TenderId)!;
            var wanted = expected.GetValueOrDefault(key);
            var isCounted = counted.TryGetValue(key, out var amount);
            if (!isCounted && tender.TenderKind == "cash")
            {
                return new Refusal(RefusalReason.CountMissing, 0, $"{tender.TenderCode} {key.TillCode} {key.ShiftNo}");
            }

            amount = isCounted ? amount : wanted;
            var isFixed = tender.IsDiscount == 1 || tender.AccountCode == Account.StoredValue;
            if (isWholeDay && isFixed && amount != wanted)
            {
                return new Refusal(RefusalReason.TenderInvalid, 0, tender.TenderCode);
            }

            desk.Draft.Other.Add(new TillCountRow
            {
                Seq = head.Seq,
                LineNo = lineNo,
                ShiftNo = key.ShiftNo,
                TillCode = key.TillCode,
                TenderId = key.TenderId,
                ExpectedAmount = wanted,
                CountedAmount = amount,
            });
        }

        return null;
    }

    private static Refusal? Count(
        PostingDesk desk, TillCount count, Dictionary<TenderDayKey, long> counted, int lineNo)
    {
        if (Texts.FirstInvalid(count.TenderCode, count.TillCode, count.ShiftNo) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, lineNo, text);
        }

        if (desk.State.Tender(count.TenderCode) is not { } tender)
        {
            return MasterKinds.Unknown(MasterKinds.Tender, count.TenderCode) with { LineNo = lineNo };
        }

        if (count.Amount.Units is > MostAmount or < -MostAmount)
        {
            return new Refusal(RefusalReason.AmountTooLarge, lineNo, count.Amount.ToString());
        }

        var key = new TenderDayKey(
            desk.Head.StoreId, desk.Head.BusinessDate,
            count.ShiftNo.Length > 0 ? count.ShiftNo : desk.Head.ShiftNo,
            count.TillCode.Length > 0 ? count.TillCode : desk.Head.TillCode, tender.TenderId);
        return counted.TryAdd(key, count.Amount.Units)
            ? null
            : new Refusal(RefusalReason.GivenTwice, lineNo, count.TenderCode);
    }

    private static int Order((string Shift, string Till, long Tender) one, (string Shift, string Till, long Tender) two)
    {
        var shift = string.CompareOrdinal(one.Shift, two.Shift);
        var till = shift != 0 ? shift : string.CompareOrdinal(one.Till, two.Till);
        return till != 0 ? till : one.Tender.CompareTo(two.Tender);
    }
}
