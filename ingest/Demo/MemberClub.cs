using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Levels, points and coupons: every member begins at the first level and rises by what he buys; points pay at
/// the till; each store hands out coupons once a month.</summary>
internal sealed class MemberClub(Chain chain, DocumentNumbers numbers, Dice dice)
{
    private const string First = "SILVER";
    private const string Second = "GOLD";
    private const string Points = "JF";
    private const string Coupon = "QUAN";
    private const int OfficeSecond = (6 * 3600) + 1800;
    private const long SpentForSecond = 3_000_00;
    private const long CouponCents = 5_00;
    private const long LeastSpentCents = 50_00;
    private const int TicketsOfCoupon = 40;
    private const int MostCoupons = 300;

    private readonly Dictionary<string, (long Points, long Spent, bool IsSecond)> members = [];
    private readonly List<string> rising = [];
    private readonly Queue<string>[] coupons = [.. Enumerable.Range(0, chain.Depot).Select(_ => new Queue<string>())];

    public static IEnumerable<Submission> Masters() =>
    [
        new MemberLevelMaster(First, "银卡") { Rank = 1, PointsRate = 1, PointValue = 0.01m },
        new MemberLevelMaster(Second, "金卡")
        {
            Rank = 2, PointsRate = 1.5m, PointValue = 0.01m, LeastSpent = Till.Cents(SpentForSecond),
        },
        new TenderMaster(Points, "积分抵现", TenderKind.Points) { IsDiscount = true },
        new TenderMaster(Coupon, "店铺代金券", TenderKind.Coupon) { IsDiscount = true },
    ];

    /// <summary>Who joins, who rises, and the month's coupons.</summary>
    public IEnumerable<Document> Morning(int day)
    {
        if (OfficeSecond > chain.Life.Until(day))
        {
            return [];
        }

        var joining = Enumerable.Range(0, chain.Depot).Where(location => chain.OpensAfter(location) == day)
            .SelectMany(location => chain.Roster.Members[location]).Select(member => (member.Code, Level: First));
        var changes = joining.Concat(rising.Select(member => (Code: member, Level: Second))).ToList();
        rising.Clear();
        return
        [
            .. changes.Select(change => numbers.Blank(
                DocumentKind.MemberLevelChange, chain.Roster.HomeOf(change.Code), (day, OfficeSecond)) with
            {
                PartyCode = change.Code, MemberLevelCode = change.Level,
            }),
            .. chain.Life.Date(day).Day == 1 ? Coupons(day) : [],
        ];
    }

    /// <summary>What takes some of a ticket off: points or a coupon; null where neither does.</summary>
    public TenderPart? Off(int location, string party, Money total)
    {
        var cents = Till.Whole(total);
        if (cents >= LeastSpentCents && coupons[location].Count > 0 && dice.Chance(0.06))
        {
            return new TenderPart(Coupon, Till.Cents(CouponCents)) { CouponCode = coupons[location].Dequeue() };
        }

        // A point is a cent; whole yuan, of a ticket no more than a fifth.
        var yuan = Math.Min(members.GetValueOrDefault(party).Points / 100, cents / 500);
        return yuan < 3 || !dice.Chance(0.15) ? null : new TenderPart(Points, Till.Cents(yuan * 100));
    }

    public static bool IsOff(TenderPart part) => part.TenderCode is Points or Coupon;

    /// <summary>Takes note of what a ticket or return does to a member's points: never more than the book gives.
    /// </summary>
    public void Remember(Document document)
    {
        if (!document.PartyCode.StartsWith('M') || document.Kind is not (DocumentKind.Sale or DocumentKind.SaleReturn))
        {
            return;
        }

        var off = document.Tenders.Where(IsOff).ToList();
        var used = Till.Whole(Sum(off.Where(part => part.TenderCode == Points)));
        var cents = Till.Whole(Till.Total(document.Lines) - Sum(off));
        var (points, spent, isSecond) = members.GetValueOrDefault(document.PartyCode);
        if (document.Kind == DocumentKind.SaleReturn)
        {
            // Below nothing too, as in the book: what was used of them meanwhile is missing from then on.
            members[document.PartyCode] = (points - (cents / 50) - 2, spent - cents, isSecond);
            return;
        }

        var rises = !isSecond && spent + cents >= SpentForSecond;
        if (rises)
        {
            rising.Add(document.PartyCode);
        }

        members[document.PartyCode] = (points - used + (cents / 100), spent + cents, isSecond || rises);
    }

    private static Money Sum(IEnumerable<TenderPart> parts) =>
        parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount);

    private IEnumerable<Document> Coupons(int day)
    {
        var date = chain.Life.Date(day);
        for (var location = 0; location < chain.Depot; location++)
        {
            coupons[location].Clear();
            var count = Math.Min(MostCoupons, (int)(chain.Plan.Expected(location, day, 30) / TicketsOfCoupon));
            if (count == 0)
            {
                continue;
            }

            var codes = Enumerable.Range(1, count).Select(n => string.Create(
                CultureInfo.InvariantCulture, $"Q{date:yyyyMM}{location + 1:00}{n:0000}")).ToList();
            codes.ForEach(coupons[location].Enqueue);
            yield return numbers.Blank(DocumentKind.CouponIssue, location, (day, OfficeSecond)) with
            {
                Coupons =
                [
                    .. codes.Select(code => new CouponPart(code, Till.Cents(CouponCents))
                    {
                        LeastSpent = Till.Cents(LeastSpentCents), ValidFrom = date,
                        ValidTo = date.AddMonths(1).AddDays(-1),
                    }),
                ],
            };
        }
    }
}
