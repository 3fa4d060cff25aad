using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>What tickets are paid with (收银), what lies in the tills, and the closing of each store's day
/// (日清日结).</summary>
internal sealed class Counter(
    Chain chain, DocumentNumbers numbers, MemberClub club, InsuranceOffice insurance, Dice dice)
{
    private const string Cash = "CASH";
    private const string Card = "POS";
    private const int ClosingSecond = (22 * 3600) + 1200;
    private const int OfficeSecond = (6 * 3600) + 900;

    private static readonly (string Code, double Share)[] Means =
        [("WX", 0.52), ("ALI", 0.23), (Card, 0.08), (Cash, 0.17)];

    private readonly long[] cash = new long[chain.Depot + 1];
    private readonly Dictionary<(int Location, string Tender), long> owed = [];
    private readonly Dictionary<int, long> today = [];

    public static IEnumerable<Submission> Masters() =>
    [
        new TenderMaster(Cash, "现金", TenderKind.Cash),
        new TenderMaster(Card, "银行卡", TenderKind.BankCard),
        new TenderMaster("WX", "微信支付", TenderKind.Wechat) { FeeRate = 0.0038m },
        new TenderMaster("ALI", "支付宝", TenderKind.Alipay) { FeeRate = 0.0038m },
    ];

    /// <summary>Whether nothing but money paid for it.</summary>
    public static bool IsPlain(Document sale) =>
        sale.Tenders.All(part => part.Reference.Length == 0 && !MemberClub.IsOff(part));

    /// <summary>Money handed back over the counter.</summary>
    public static IReadOnlyList<TenderPart> GivenBack(Money amount) => [new TenderPart(Cash, amount)];

    /// <summary>The ticket with what it is paid with: insurance for medicine, else points or a coupon may take some
    /// off; the rest by one means.</summary>
    public Document Settle(Document ticket, int location, int day, Money medicine)
    {
        var total = ticket.StatedTotal!.Value;
        var parts = new List<TenderPart>();
        if (insurance.Pay(location, day, ticket.DocumentNo, medicine) is { } insured)
        {
            parts.AddRange(insured.Parts);
            ticket = ticket with { Insurance = insured.Settlement };
        }
        else if (club.Off(location, ticket.PartyCode, total) is { } off)
        {
            parts.Add(off);
        }

        var left = parts.Aggregate(total, (rest, part) => rest - part.Amount);
        if (left == Money.Zero)
        {
            return ticket with { Tenders = parts };
        }

        var means = Draw();
        if (means != Cash)
        {
            return ticket with { Tenders = [.. parts, new TenderPart(means, left)] };
        }

        // Change is given of whole tens.
        var handed = Till.Cents((Till.Whole(left) + 999) / 1000 * 1000);
        return ticket with { Tenders = [.. parts, new TenderPart(Cash, handed)], Change = handed - left };
    }

    /// <summary>Takes note of what a document brought or gave back.</summary>
    public void Remember(int location, Document document)
    {
        if (document.Kind is not (DocumentKind.Sale or DocumentKind.SaleReturn) || document.Tender != Tender.Cash)
        {
            return;
        }

        var sign = document.Kind == DocumentKind.Sale ? 1 : -1;
        if (document.Tenders.Count == 0)
        {
            cash[location] += sign * Till.Whole(Till.Total(document.Lines));
            return;
        }

        foreach (var part in document.Tenders)
        {
            var cents = sign * Till.Whole(part.TenderCode == Cash ? part.Amount - document.Change : part.Amount);
            if (part.TenderCode == Cash)
            {
                cash[location] += cents;
                today[location] = today.GetValueOrDefault(location) + cents;
            }
            else
            {
                owed[(location, part.TenderCode)] = owed.GetValueOrDefault((location, part.TenderCode)) + cents;
                today.TryAdd(location, 0);
            }
        }
    }

    /// <summary>Takes whole <paramref name="of"/> cents out of the till.</summary>
    public long TakeCash(int location, long of)
    {
        var cents = Math.Max(0, cash[location] / of * of);
        cash[location] -= cents;
        return cents;
    }

    /// <summary>The closing of the day in each store; now and then the till is some yuan short or over.</summary>
    public IEnumerable<Document> Evening(int day)
    {
        if (ClosingSecond > chain.Life.Until(day))
        {
            yield break;
        }

        foreach (var (location, expected) in today.OrderBy(one => one.Key))
        {
            var off = dice.Chance(0.03) ? dice.Between(-20, 10) * 100 : 0;
            cash[location] += off;
            yield return numbers.Blank(DocumentKind.DayClose, location, (day, ClosingSecond)) with
            {
                Counts = [new TillCount(Cash, Till.Cents(expected + off))],
            };
        }

        today.Clear();
    }

    /// <summary>On Tuesdays the platforms pay for the week, less their fee.</summary>
    public IEnumerable<Document> Morning(int day)
    {
        if (chain.Life.Date(day).DayOfWeek != DayOfWeek.Tuesday || OfficeSecond > chain.Life.Until(day))
        {
            yield break;
        }

        foreach (var (location, tender) in owed.Keys.Where(key => key.Tender is "WX" or "ALI")
            .OrderBy(key => key.Location).ThenBy(key => key.Tender, StringComparer.Ordinal).ToList())
        {
            var cents = owed[(location, tender)];
            var fee = Till.Part(Math.Max(0, cents), 38, 10_000);
            if (cents - fee <= 0)
            {
                continue;
            }

            owed[(location, tender)] = 0;
            yield return numbers.Blank(DocumentKind.ChannelSettlement, location, (day, OfficeSecond)) with
            {
                ChannelTenderCode = tender, Fee = Till.Cents(fee),
                MoneyLines = [new MoneyLine("1002", Till.Cents(cents - fee))],
            };
        }
    }

    private string Draw()
    {
        var at = dice.Fraction();
        foreach (var (code, share) in Means)
        {
            at -= share;
            if (at < 0)
            {
                return code;
            }
        }

        return Cash;
    }
}
