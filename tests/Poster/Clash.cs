using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Poster;

/// <summary>What many callers hand in at once about the same items, customers and open items: documents, what settles
/// them, and what takes either back.</summary>
/// <remarks>The same seed plans the same submissions, so that two processes and the test that started them know what
/// each other means by caller and round.</remarks>
public sealed class Clash
{
    public const int Callers = 16;
    private const int Rounds = 24;
    private const int Opened = 8;
    private const string Store = "XS";
    private const string Supplier = "XV";

    private static readonly string[] Customers = ["XC", "XB"];
    private static readonly string[] Items = ["XI", "XJ"];

    private readonly Random random;
    private readonly Submission[][] plan;

    // What was planned in earlier rounds, or stands in the book from the beginning: kind and number, and whose it is.
    private readonly List<(DocumentKind Kind, string No, string Customer)> documents = [];
    private readonly List<(string Kind, string No)> settling = [];

    public Clash(int seed)
    {
        random = new Random(seed);
        for (var n = 0; n < Opened; n++)
        {
            documents.Add((DocumentKind.Sale, $"o{n}", Customers[n % 2]));
            documents.Add((DocumentKind.MoneyReceipt, $"o{n}", Customers[n % 2]));
        }

        plan = [.. Enumerable.Range(0, Callers).Select(_ => new Submission[Rounds])];
        for (var round = 0; round < Rounds; round++)
        {
            Plan(round);
        }
    }

    /// <summary>Masters, stock, and what each customer owes and has paid, before anyone calls.</summary>
    public static IReadOnlyList<Submission> Opening =>
    [
        new CategoryMaster("X", "药品"),
        .. Items.Select(item => new ItemMaster(item, "感冒灵颗粒", "X")),
        new StoreMaster(Store, "城东店") { MayGoNegative = true },
        .. Customers.Select(customer => new PartyMaster(customer, "百姓商贸") { IsCustomer = true }),
        new PartyMaster(Supplier, "康健医药") { IsSupplier = true },
        .. Enumerable.Range(0, Opened).SelectMany(n => new Submission[]
        {
            Bought($"o{n}", 1 + n, 20), Sold($"o{n}", 2 + n, Customers[n % 2]),
            Money($"o{n}", Customers[n % 2], 30, []),
        }),
    ];

    /// <summary>What a caller hands in, in this order.</summary>
    public IReadOnlyList<Submission> Of(int caller) => plan[caller];

    /// <summary>Callers at once; each hands in what is his twice, the second time by another hand.</summary>
    /// <param name="callers">Which of them.</param>
    /// <param name="journal">Of a caller and a round.</param>
    /// <param name="answered">Told every answer.</param>
    /// <param name="pause">After each round, so that another process gets its turn too: the lock of a file is not fair.
    /// </param>
    public async Task HandInAsync(
        IEnumerable<int> callers, Func<int, Journal> journal, Action<ClashAnswer> answered, TimeSpan pause) =>
        await Parallel.ForEachAsync(
            callers, new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (caller, ct) =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    for (var hand = 0; hand < 2; hand++)
                    {
                        var result = await journal(caller + round + hand).PostAsync(plan[caller][round], ct);
                        answered(ClashAnswer.Of(caller, round, result));
                    }

                    await Task.Delay(pause, TimeProvider.System, ct);
                }
            });

    private void Plan(int round)
    {
        var (planned, settled) = (new List<(DocumentKind, string, string)>(), new List<(string, string)>());
        for (var caller = 0; caller < Callers; caller++)
        {
            var submission = Next($"{caller}-{round}");
            plan[caller][round] = submission;
            switch (submission)
            {
                case Document document:
                    planned.Add((document.Kind, document.DocumentNo, document.PartyCode));
                    if (document.Settles.Count > 0)
                    {
                        settled.Add(("money_receipt", document.DocumentNo));
                    }

                    break;
                case Voucher voucher and not AllocationReversal:
                    settled.Add((voucher is WriteOff ? "write_off" : "allocation", voucher.DocumentNo));
                    break;
            }
        }

        documents.AddRange(planned);
        settling.AddRange(settled);
    }

    private Submission Next(string number)
    {
        var customer = Customers[random.Next(2)];
        var sale = Some(DocumentKind.Sale, customer);
        var item = new OpenItemRef("sale", sale);
        return random.Next(12) switch
        {
            0 or 11 => Sold(number, random.Next(1, 15), customer),
            1 => Bought(number, random.Next(1, 15), random.Next(1, 9)),
            2 => BroughtBack(number, sale, customer),
            3 or 4 or 5 => new Allocation(number, Day(20))
            {
                Pairs =
                [
                    new AllocationPair(
                        item, new OpenItemRef("money_receipt", Some(DocumentKind.MoneyReceipt, customer)), Part()),
                ],
            },
            6 when random.Next(3) == 0 => new AutoAllocation(number, Day(20))
            {
                Account = Account.Receivable, PartyCode = customer,
            },
            6 => new WriteOff(WriteOffKind.SalesDiscount, number, Day(20))
            {
                PartyCode = customer, StoreCode = Store, Items = [new Settlement(item, Part())],
            },
            7 => Money(number, customer, 40, [new Settlement(item, random.Next(2) == 0 ? null : Part())]),
            8 or 9 when settling.Count > 0 => TakeBack(number),
            _ => Reverse(number),
        };
    }

    private AllocationReversal TakeBack(string number)
    {
        var (kind, no) = Late(settling);
        return new AllocationReversal(number, Day(20)) { OfKind = kind, OfNo = no };
    }

    private Reversal Reverse(string number)
    {
        var (kind, no, _) = Late(documents);
        var name = kind switch
        {
            DocumentKind.Sale => "sale",
            DocumentKind.SaleReturn => "sale_return",
            DocumentKind.PurchaseReceipt => "purchase_receipt",
            _ => "money_receipt",
        };
        return new Reversal($"{name}:{no}", $"{number}-R")
        {
            BusinessAt = random.Next(2) == 0 ? null : At(19),
        };
    }

    /// <summary>A document of a customer, mostly one of the latest, so that many mean the same.</summary>
    private string Some(DocumentKind kind, string customer) =>
        Late(documents.FindAll(one => one.Kind == kind && one.Customer == customer)).No;

    private T Late<T>(List<T> from) => from[random.Next(3) == 0
        ? random.Next(from.Count)
        : Math.Max(0, from.Count - 1 - random.Next(6))];

    private static Document Sold(string number, int day, string customer) =>
        new(DocumentKind.Sale, number, At(day))
        {
            StoreCode = Store, PartyCode = customer, Tender = Tender.Account,
            Lines = [.. Items.Select(item => Line(item, 3, 15))],
        };

    private static Document Bought(string number, int day, decimal qty) =>
        new(DocumentKind.PurchaseReceipt, number, At(day))
        {
            StoreCode = Store, PartyCode = Supplier, Tender = Tender.Account,
            Lines = [.. Items.Select(item => Line(item, qty, 7 + (qty * day)))],
        };

    private static Document BroughtBack(string number, string sale, string customer) =>
        new(DocumentKind.SaleReturn, number, At(17))
        {
            StoreCode = Store, PartyCode = customer, Tender = Tender.Account, OriginalNo = sale,
            Lines = [Line(Items[0], 1, 5) with { OriginalLineNo = 1 }],
        };

    private static Document Money(string number, string customer, decimal amount, Settlement[] settles) =>
        new(DocumentKind.MoneyReceipt, number, At(19))
        {
            StoreCode = Store, PartyCode = customer, Lines = [], Settles = settles,
            MoneyLines = [new MoneyLine(Account.Bank, Ledger.Money.Round(amount))],
        };

    private static DocumentLine Line(string item, decimal qty, decimal net) =>
        new(item, Qty.Round(qty), Ledger.Money.Round(net));

    private Money Part() => Ledger.Money.Round(random.Next(1, 6));

    private static DateOnly Day(int day) => new(2026, 1, day);

    private static DateTimeOffset At(int day) => DateTimeOffset.Parse(
        $"2026-01-{day:00}T10:00:00+08:00", CultureInfo.InvariantCulture);
}
