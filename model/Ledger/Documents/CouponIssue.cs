using System.Globalization;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>代金券发放: coupons by their codes; where the document names a customer, his alone.</summary>
/// <remarks>Moves and owes nothing: a coupon that nobody uses costs nothing. One in use lowers a sale, or its supplier
/// owes it.</remarks>
internal static class CouponIssue
{
    private const int MostCoupons = 10_000;
    private const long MostAmount = 90_000_000_000_000;

    public static readonly DocumentForm Form = new(DocumentParts.Coupons, Move, static _ => { })
    {
        Party = PartyRole.Customer,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var count = desk.Document.Coupons.Count;
        if (count is 0 or > MostCoupons)
        {
            return new Refusal(
                count == 0 ? RefusalReason.NoLines : RefusalReason.TooManyLines, 0,
                count.ToString(CultureInfo.InvariantCulture));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < count; at++)
        {
            var coupon = desk.Document.Coupons[at];
            var (bearerId, refusal) = Bearer(desk, coupon, at + 1);
            refusal ??= Wrong(desk, coupon, seen, at + 1);
            if (refusal is not null)
            {
                return refusal;
            }

            Add(desk, coupon, bearerId, at + 1);
        }

        return null;
    }

    private static void Add(PostingDesk desk, CouponPart coupon, long bearerId, int lineNo)
    {
        desk.Draft.Other.Add(new CouponRow
        {
            Seq = desk.Head.Seq,
            LineNo = lineNo,
            CouponCode = coupon.Code,
            PartyId = desk.Head.PartyId,
            BearerId = bearerId,
            FaceAmount = coupon.FaceAmount.Units,
            LeastSpent = coupon.LeastSpent.Units,
            ValidFrom = coupon.ValidFrom is { } from ? Dates.Number(from) : None.Id,
            ValidTo = coupon.ValidTo is { } to ? Dates.Number(to) : None.Id,
        });
        State.SetCoupon(desk.Draft, coupon.Code, new CouponState(desk.Head.Seq, lineNo, None.Id));
    }

    private static (long BearerId, Refusal? Refusal) Bearer(PostingDesk desk, CouponPart coupon, int lineNo) =>
        Texts.FirstInvalid(coupon.Code, coupon.BearerCode) is { } text
            ? (None.Id, new Refusal(RefusalReason.TextInvalid, lineNo, text))
        : coupon.BearerCode.Length == 0 ? (None.Id, null)
        : desk.State.Party(coupon.BearerCode) is { } bearer ? (bearer.PartyId, null)
        : (None.Id, new Refusal(RefusalReason.UnknownParty, lineNo, coupon.BearerCode));

    private static Refusal? Wrong(PostingDesk desk, CouponPart coupon, HashSet<string> seen, int lineNo)
    {
        var (from, to) = (coupon.ValidFrom, coupon.ValidTo);
        var outside = ((DateOnly?[])[from, to]).FirstOrDefault(day => day is { } one && !Dates.IsInRange(one));
        return coupon.Code.Length == 0 ? new Refusal(RefusalReason.CodeMissing, lineNo, "coupon.code")
            : coupon.FaceAmount.Units is <= 0 or > MostAmount
                ? new Refusal(RefusalReason.AmountNotPositive, lineNo, coupon.FaceAmount.ToString())
            : coupon.LeastSpent.Units is < 0 or > MostAmount
                ? new Refusal(RefusalReason.AmountNegative, lineNo, coupon.LeastSpent.ToString())
            : outside is { } wrong ? new Refusal(RefusalReason.DateOutOfRange, lineNo, Dates.Text(wrong))
            : from > to ? new Refusal(RefusalReason.ValidityInverted, lineNo, coupon.Code)
            : !seen.Add(coupon.Code) || desk.State.Coupon(coupon.Code).Seq != None.Id
                ? new Refusal(RefusalReason.GivenTwice, lineNo, coupon.Code)
            : null;
    }
}
