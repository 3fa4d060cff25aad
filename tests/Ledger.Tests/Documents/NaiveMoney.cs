using Analytics.Ledger.Tests.Receivables;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>A second book of money in lists and decimals: postings by account and party, open items, what requests have
/// left, what members hold, what budgets bore, what came in at the till. All of it is added up when it is asked.
/// </summary>
internal sealed partial class NaiveMoney
{
    public const string OtherCustomer = "C2";
    public const string OtherSupplier = "V2";
    public const string Office = "YB";
    public const string Platform = "P1";
    public const decimal Budget = 900;
    public const decimal Credit = 2500;

    private DateOnly closedTo;

    public List<Entry> Entries { get; } = [];

    public NaiveItems Items { get; private set; } = new();

    public void Close(DateOnly to) => closedTo = to;

    public static DateOnly On(int day) => new DateOnly(2026, 1, 1).AddDays(day);

    public static int Day(DateTimeOffset at) => DateOnly.FromDateTime(at.Date).DayNumber - On(0).DayNumber;

    /// <summary>Takes a document; false where it cannot be.</summary>
    public bool Post(Document document)
    {
        var trial = Items.Copy();
        var entry = new Entry(document, Day(document.BusinessAt));
        if (On(entry.Day) <= closedTo || !Add(entry, trial))
        {
            return false;
        }

        (Items, entry.IsPosted) = (trial, true);
        Entries.Add(entry);
        return true;
    }

    /// <summary>Takes a document back on a day; false where it cannot be.</summary>
    public bool Reverse(Entry of, string number, int day)
    {
        var own = Items.Items.Where(item => item.Entry == of.Name).ToList();
        var settled = Items.Settlements.Exists(row => row.Entry == of.Name && row.Undoes.Length == 0)
            && !Items.Settlements.Exists(row => row.Undoes == of.Name);
        if (of.IsReversed || of.IsReversal || On(day) <= closedTo || settled
            || own.Exists(item => Items.Left(item) != item.Amount)
            || of.Document.MoneyLines.Any(line => Followed(of.Document.DocumentNo, line.Account) != 0)
            || of.Held.Exists(one => one.Measure != "points" && Holds(one.Party, one.Measure) < one.Amount))
        {
            return false;
        }

        var red = new Entry(of.Document with { DocumentNo = number }, day) { IsReversal = true, IsPosted = true };
        red.Money.AddRange(of.Money.Select(one => one with { Amount = -one.Amount }));
        red.Held.AddRange(of.Held.Select(one => one with { Amount = -one.Amount }));
        red.Till.AddRange(of.Till.Select(one => (one.Tender, -one.Amount)));
        red.Spent.AddRange(of.Spent.Select(one => (one.Account, one.Department, -one.Amount)));
        foreach (var item in own.Where(one => red.Changes().Any(change => change.On == (one.Account, one.Party))))
        {
            var taking = Items.Add(red.Name, (item.Account, item.Party), day, -item.Amount, (day, day));
            Items.Settlements.Add(item.Amount > 0
                ? new NaiveItems.Settled("red", item, taking, day, item.Amount, "")
                : new NaiveItems.Settled("red", taking, item, day, -item.Amount, ""));
        }

        if (own is [var one, var other] && !red.Changes().Any() && one.Amount == -other.Amount)
        {
            var (debit, credit) = one.Amount > 0 ? (one, other) : (other, one);
            Items.Settlements.Add(new NaiveItems.Settled("red", debit, credit, day, debit.Amount, ""));
        }

        of.IsReversed = true;
        Entries.Add(red);
        return true;
    }

    /// <summary>Takes back what an entry settled; false where it cannot be.</summary>
    public bool TakeBack(Entry of, string number, int day)
    {
        var trial = Items.Copy();
        if (On(day) <= closedTo || !trial.TakeBack($"allocation_reversal {number}", of.Name, day, takesItems: false))
        {
            return false;
        }

        Items = trial;
        return true;
    }

    /// <summary>What stands on each account by party; empty where it has none.</summary>
    public Dictionary<(string Account, string Party), decimal> Balances() => Entries.SelectMany(one => one.Money)
        .GroupBy(one => (one.Account, one.Party)).Select(group => (group.Key, Amount: group.Sum(one => one.Amount)))
        .Where(one => one.Amount != 0).ToDictionary(one => one.Key, one => one.Amount);

    /// <summary>What is open.</summary>
    public List<string> Open() =>
    [
        .. Items.Items.Where(item => Items.Left(item) != 0).Select(item =>
            $"{item.Entry} {item.Account} {item.Party} {Number(item.Due)} {Number(item.Origin)} "
            + $"{Items.Left(item) * 10_000:0}").Order(StringComparer.Ordinal),
    ];

    public decimal Holds(string party, string measure) => Entries.SelectMany(one => one.Held)
        .Where(one => (one.Party, one.Measure) == (party, measure)).Sum(one => one.Amount);

    /// <summary>What came in by day and means of payment.</summary>
    public Dictionary<(long Date, string Tender), decimal> Tills() => Entries
        .SelectMany(one => one.Till.Select(part => (Date: Number(one.Day), part.Tender, part.Amount)))
        .GroupBy(one => (one.Date, one.Tender)).Select(group => (group.Key, Amount: group.Sum(one => one.Amount)))
        .Where(one => one.Amount != 0).ToDictionary(one => one.Key, one => one.Amount);

    /// <summary>What expenses of a month came to.</summary>
    public decimal Spent(string account, string department, long month) => Entries
        .Where(one => Number(one.Day) / 100 == month).SelectMany(one => one.Spent)
        .Where(one => (one.Account, one.Department) == (account, department)).Sum(one => one.Amount);

    /// <summary>What those that stand followed of an account of a request.</summary>
    public decimal Followed(string number, string account) => Entries
        .Where(one => one is { IsReversal: false, IsReversed: false } && one.Document.OriginalNo == number)
        .SelectMany(one => one.Document.MoneyLines).Where(line => line.Account == account)
        .Sum(line => line.Amount.ToDecimal());

    public static long Number(int day) => (On(day).Year * 10_000L) + (On(day).Month * 100) + On(day).Day;

    /// <summary>A document or what takes one back.</summary>
    internal sealed class Entry(Document document, int day)
    {
        public Document Document => document;

        public int Day => day;

        public string Name => $"{DocumentKinds.Name(document.Kind)} {document.DocumentNo}";

        public List<(string Account, string Party, decimal Amount)> Money { get; } = [];

        public List<(string Party, string Measure, decimal Amount)> Held { get; } = [];

        public List<(string Tender, decimal Amount)> Till { get; } = [];

        public List<(string Account, string Department, decimal Amount)> Spent { get; } = [];

        public bool IsPosted { get; set; }

        public bool IsReversal { get; init; }

        public bool IsReversed { get; set; }

        public void Book(string account, string party, decimal amount) =>
            Money.Add((account, Account.IsByParty(account) ? party : "", amount));

        /// <summary>What it changes on accounts by party.</summary>
        public IEnumerable<((string Account, string Party) On, decimal Amount)> Changes() => Money
            .Where(one => one.Party.Length > 0).GroupBy(one => (one.Account, one.Party))
            .Select(group => (group.Key, group.Sum(one => one.Amount))).Where(one => one.Item2 != 0);
    }
}
