using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>What the office books before the stores open: targets, cash brought to the bank, rent and wages, what
/// wholesale customers pay and what suppliers are paid, rebates.</summary>
/// <remarks>A customer pays once a month what has been owed for two months at least, each by his own habit; what he
/// pays settles his oldest items. Suppliers are paid on the 15th, and grant a rebate once a quarter.</remarks>
internal sealed class BackOffice(Chain chain, DocumentNumbers numbers, Counter counter, Dice dice)
{
    private const int Second = (6 * 3600) + 1200;
    private const int DaysOpen = 60;
    private const long CentsOfLine = 4500;

    /// <summary>Per cent of what was bought in a quarter.</summary>
    private const int RebatePart = 1;

    private readonly Debts receivable = new();
    private readonly Debts payable = new();
    private readonly Dictionary<string, long> bought = [];
    private readonly Dictionary<string, (string Number, long Cents)> granted = [];

    /// <summary>Takes note of what a document leaves owed.</summary>
    public void Remember(int day, Document document)
    {
        var cents = document.Lines.Sum(line => (line.NetAmount + line.TaxAmount).Units) * 100 / Money.Scale;
        switch (document.Kind)
        {
            case DocumentKind.PurchaseReceipt:
                payable.Add(document.PartyCode, day, cents);
                bought[document.PartyCode] = bought.GetValueOrDefault(document.PartyCode) + cents;
                break;
            case DocumentKind.Sale when document.Tender == Tender.Account:
                receivable.Add(document.PartyCode, day, cents);
                break;
            case DocumentKind.SaleReturn when document.Tender == Tender.Account:
                receivable.Add(document.PartyCode, day, -cents);
                break;
            default:
                break;
        }
    }

    public IEnumerable<Submission> Morning(int day)
    {
        var date = chain.Life.Date(day);
        if (day == 0 || Second > chain.Life.Until(day))
        {
            return [];
        }

        IEnumerable<Submission> collected = date.Day is >= 3 and <= 27 ? Collections(day, date) : [];
        return
        [
            .. date.Day == 1 ? Targets(day) : [],
            .. date.DayOfWeek == DayOfWeek.Monday ? ToTheBank(day) : [],
            .. date.Day == 5 ? Expenses(day) : [],
            .. collected,
            .. date.Day == 15 ? Payments(day, date) : [],
            .. date is { Day: 20, Month: 1 or 4 or 7 or 10 } ? RebatesGranted(day) : [],
            .. date is { Day: 20, Month: 2 or 5 or 8 or 11 } ? RebatesReceived(day) : [],
        ];
    }

    /// <summary>What a customer owes.</summary>
    public Money Owes(string customer) => Till.Cents(receivable.Owed(customer));

    /// <summary>Each store is to sell a twentieth more than is expected.</summary>
    private IEnumerable<Submission> Targets(int day)
    {
        var date = chain.Life.Date(day);
        for (var location = 0; location < chain.Depot; location++)
        {
            var cents = (long)(chain.Plan.Expected(location, day, 30) * CentsOfLine * 1.05 / 1000_00) * 1000_00;
            if (cents > 0)
            {
                yield return new TargetMaster(
                    TargetScope.Store, chain.StoreCode(location), "net_sales", (date.Year * 100) + date.Month,
                    Till.Cents(cents)) { Floor = Till.Cents(cents / 10 * 9) };
            }
        }
    }

    private IEnumerable<Submission> ToTheBank(int day)
    {
        for (var location = 0; location <= chain.Depot; location++)
        {
            // Whole hundreds; the rest stays in the till.
            var cents = counter.TakeCash(location, 100_00);
            if (cents > 0)
            {
                yield return Of(DocumentKind.FundTransfer, location, day, "", new MoneyLine("1002", Till.Cents(cents)));
            }
        }
    }

    /// <summary>Of what a month sells: rent 4 per cent, wages 6, power and water 1.</summary>
    private IEnumerable<Submission> Expenses(int day)
    {
        for (var location = 0; location <= chain.Depot; location++)
        {
            var sales = (long)(chain.Plan.Expected(location, day, 30) * CentsOfLine);
            if (sales == 0)
            {
                continue;
            }

            var (rent, power) = (Cents(sales, 4), Cents(sales, 1));
            yield return Of(DocumentKind.Expense, location, day, "",
                new MoneyLine(Account.SalesExpense, Till.Cents(rent))
                {
                    TaxAmount = Till.Cents(Till.Part(rent, 9, 100)), Note = "房租",
                },
                new MoneyLine(Account.SalesExpense, Till.Cents(Cents(sales, 6))) { Note = "工资" },
                new MoneyLine("6602", Till.Cents(power))
                {
                    TaxAmount = Till.Cents(Till.Part(power, 13, 100)), Note = "水电",
                }) with { MoneyAccount = "1002" };
        }

        long Cents(long of, int percent) => Math.Max(100, (long)(of * percent * dice.Between(0.95, 1.05)) / 100);
    }

    /// <summary>Each customer on his day: most pay all that is due, some a part, one in ten next to nothing.</summary>
    private IEnumerable<Submission> Collections(int day, DateOnly date)
    {
        for (var n = 0; n < chain.Roster.Customers.Count; n++)
        {
            if (n % 25 != date.Day - 3)
            {
                continue;
            }

            var customer = chain.Roster.Customers[n].Code;
            var percent = n % 10 == 9 ? 15 : n % 3 == 2 ? dice.Between(50, 80) : 100;
            var cents = receivable.Due(customer, day - DaysOpen) * percent / 100 / 100 * 100;
            if (cents <= 0)
            {
                continue;
            }

            receivable.Pay(customer, cents);
            yield return Of(
                DocumentKind.MoneyReceipt, chain.Depot, day, customer, new MoneyLine("1002", Till.Cents(cents)));
            yield return Settled(Account.Receivable, customer, date);
        }
    }

    private IEnumerable<Submission> Payments(int day, DateOnly date)
    {
        for (var n = 0; n < chain.Suppliers.Count; n++)
        {
            var supplier = Chain.SupplierCode(n);
            var cents = payable.Due(supplier, day - DaysOpen);
            if (cents > 0)
            {
                payable.Pay(supplier, cents);
                yield return Of(
                    DocumentKind.MoneyPayment, chain.Depot, day, supplier, new MoneyLine("1002", Till.Cents(cents)));
                yield return Settled(Account.Payable, supplier, date);
            }
        }
    }

    private IEnumerable<Submission> RebatesGranted(int day)
    {
        foreach (var (supplier, cents) in bought.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList())
        {
            var rebate = Till.Part(cents, RebatePart, 100);
            if (rebate > 0)
            {
                var document = Of(DocumentKind.SupplierRebate, chain.Depot, day, supplier,
                    new MoneyLine(Account.CostOfSales, Till.Cents(rebate)));
                granted[supplier] = (document.DocumentNo, rebate);
                yield return document;
            }
        }

        bought.Clear();
    }

    private IEnumerable<Submission> RebatesReceived(int day)
    {
        foreach (var (supplier, rebate) in granted.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList())
        {
            yield return Of(DocumentKind.SupplierRebateReceipt, chain.Depot, day, supplier,
                new MoneyLine("1002", Till.Cents(rebate.Cents))) with
            {
                Settles = [new Settlement(OpenItemRef.Of(DocumentKind.SupplierRebate, rebate.Number))],
            };
        }

        granted.Clear();
    }

    private static AutoAllocation Settled(string account, string party, DateOnly date) =>
        new(string.Create(CultureInfo.InvariantCulture, $"HX-{party}-{date:yyyyMMdd}"), date)
        {
            Account = account, PartyCode = party,
        };

    private Document Of(DocumentKind kind, int location, int day, string party, params MoneyLine[] amounts) =>
        numbers.Blank(kind, location, (day, Second)) with { PartyCode = party, MoneyLines = amounts };
}
