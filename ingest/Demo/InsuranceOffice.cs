using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Medicine paid by the medical insurance (医保): at the till, out of its pool (统筹) and the customer's account
/// (个账); claimed by store, month and scheme, reviewed with a deduction and a deposit, and paid.</summary>
internal sealed class InsuranceOffice(Chain chain, DocumentNumbers numbers, Dice dice)
{
    private const string Office = "O01";
    private const string Pool = "YBTC";
    private const string Account = "YBGZ";
    private const int Second = (6 * 3600) + 1500;
    private const int MostInClaim = 500;
    private const double InsuredPart = 0.3;
    private const long LeastCents = 8_00;

    private readonly Dictionary<(int Location, string Scheme), List<(string No, long Pool, long Own)>> tickets = [];
    private readonly List<(int Location, string No, long Cents)> claimed = [];
    private readonly List<(int Location, string No, long Cents)> reviewed = [];
    private int settlements;

    public static IEnumerable<Submission> Masters() =>
    [
        new PartyMaster(Office, "市医疗保障局")
        {
            IsCustomer = true, PartyClass = "医保", Term = new PaymentTerm(TermKind.Days, 60),
        },
        new TenderMaster(Pool, "医保统筹", TenderKind.InsurancePool) { PartyCode = Office },
        new TenderMaster(Account, "医保个账", TenderKind.InsuranceAccount) { PartyCode = Office },
    ];

    /// <summary>What the insurance pays of a ticket; null where it has no part in it.</summary>
    public (IReadOnlyList<TenderPart> Parts, InsuranceSettlement Settlement)? Pay(
        int location, int day, string ticket, Money medicine)
    {
        var cents = Till.Whole(medicine);
        if (cents < LeastCents || !dice.Chance(InsuredPart))
        {
            return null;
        }

        // 职工 or 居民: the pool pays more of the one, and the other has no account.
        var scheme = dice.Chance(0.7) ? "310" : "390";
        var pool = cents * dice.Between(30, scheme == "310" ? 60 : 50) / 100;
        var own = scheme == "310" ? cents - pool : 0;
        var (date, n) = (chain.Life.Date(day), ++settlements);
        var staff = chain.Roster.Staff[location];
        var settlement = new InsuranceSettlement
        {
            SettlementId = string.Create(CultureInfo.InvariantCulture, $"33{date:yyyyMMdd}{n:00000000}"),
            VisitNo = string.Create(CultureInfo.InvariantCulture, $"33Y{date:yyyyMMdd}{n:00000000}"),
            SettlementType = "1",
            PharmacistName = staff[^1].Name,
        };
        if (!tickets.TryGetValue((location, scheme), out var open))
        {
            tickets.Add((location, scheme), open = []);
        }

        open.Add((ticket, pool, own));
        TenderPart Part(string code, long amount) => new(code, Till.Cents(amount))
        {
            Reference = settlement.SettlementId, VisitNo = settlement.VisitNo, Scheme = scheme,
        };
        return (own > 0 ? [Part(Pool, pool), Part(Account, own)] : [Part(Pool, pool)], settlement);
    }

    /// <summary>On the 1st the month is claimed, on the 18th reviewed, on the 25th the office pays.</summary>
    public IEnumerable<Document> Morning(int day)
    {
        if (Second > chain.Life.Until(day))
        {
            return [];
        }

        return chain.Life.Date(day).Day switch
        {
            1 => Claims(day),
            18 => Reviews(day),
            25 => Payments(day),
            _ => [],
        };
    }

    private IEnumerable<Document> Claims(int day)
    {
        var month = chain.Life.Date(day).AddDays(-1);
        foreach (var ((location, scheme), all) in tickets.OrderBy(one => one.Key.Location)
            .ThenBy(one => one.Key.Scheme, StringComparer.Ordinal))
        {
            foreach (var part in all.Chunk(MostInClaim))
            {
                var (pool, own) = (part.Sum(one => one.Pool), part.Sum(one => one.Own));
                var claim = Of(DocumentKind.InsuranceClaim, location, day) with
                {
                    Claim = new ClaimPart(
                        (month.Year * 100) + month.Month, scheme,
                        own > 0
                            ? [new FundAmount("统筹基金", Till.Cents(pool)), new FundAmount("个人账户", Till.Cents(own))]
                            : [new FundAmount("统筹基金", Till.Cents(pool))]),
                    Settles = [.. part.Select(one => new Settlement(OpenItemRef.Of(DocumentKind.Sale, one.No)))],
                };
                claimed.Add((location, claim.DocumentNo, pool + own));
                yield return claim;
            }
        }

        tickets.Clear();
    }

    /// <summary>Some of it is deducted (扣款), a twentieth kept as a deposit (预留保证金).</summary>
    private IEnumerable<Document> Reviews(int day)
    {
        foreach (var (location, no, cents) in claimed)
        {
            var (deducted, kept) = (cents * dice.Between(0, 8) / 1000, cents / 20);
            MoneyLine[] lines =
            [
                .. deducted > 0 ? [new MoneyLine("6711", Till.Cents(deducted))] : Array.Empty<MoneyLine>(),
                .. kept > 0 ? [new MoneyLine("1221", Till.Cents(kept))] : Array.Empty<MoneyLine>(),
            ];
            reviewed.Add((location, no, cents - deducted - kept));
            if (lines.Length > 0)
            {
                yield return Of(DocumentKind.InsuranceReview, location, day) with
                {
                    MoneyLines = lines, Settles = [new Settlement(Receivable(no), Till.Cents(deducted + kept))],
                };
            }
        }

        claimed.Clear();
    }

    private IEnumerable<Document> Payments(int day)
    {
        foreach (var (location, no, cents) in reviewed)
        {
            yield return Of(DocumentKind.MoneyReceipt, location, day) with
            {
                MoneyLines = [new MoneyLine("1002", Till.Cents(cents))],
                Settles = [new Settlement(Receivable(no))],
            };
        }

        reviewed.Clear();
    }

    /// <summary>Line 1 of a claim takes the tickets' receivables off, line 2 is what it leaves owed.</summary>
    private static OpenItemRef Receivable(string claim) =>
        OpenItemRef.Of(DocumentKind.InsuranceClaim, claim) with { LineNo = 2 };

    private Document Of(DocumentKind kind, int location, int day) =>
        numbers.Blank(kind, location, (day, Second)) with { PartyCode = Office };
}
