using System.Globalization;
using Analytics.Ledger.Tests.Costing;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>A second book of goods in lists and decimals: it keeps every document that stands and reckons everything
/// from the start whenever it is asked. What it does not take the Ledger must refuse, and the other way round.
/// </summary>
internal sealed partial class NaiveStock
{
    /// <summary>The items of the histories.</summary>
    public static readonly IReadOnlyDictionary<string, NaiveItem> Items = new Dictionary<string, NaiveItem>
    {
        ["I1"] = new(CostMethod.MovingAverage, IsCompanyWide: false, HasBatches: false),
        ["F1"] = new(CostMethod.Fifo, IsCompanyWide: false, HasBatches: false),
        ["W1"] = new(CostMethod.MovingAverage, IsCompanyWide: true, HasBatches: false),
        ["B1"] = new(CostMethod.MovingAverage, IsCompanyWide: false, HasBatches: true),
        ["B2"] = new(CostMethod.Batch, IsCompanyWide: false, HasBatches: true),
        ["B3"] = new(CostMethod.Fifo, IsCompanyWide: true, HasBatches: true),
    };

    /// <summary>The last day of each batch; the longest day where it has none.</summary>
    public static readonly IReadOnlyDictionary<string, DateOnly> Expiries = new Dictionary<string, DateOnly>
    {
        ["b0"] = new DateOnly(2026, 1, 25), ["b1"] = new DateOnly(2027, 6, 30), ["b2"] = DateOnly.MaxValue,
    };

    /// <summary>The day as it is printed on the batch; empty where none is.</summary>
    public static string Printed(string batch) => Expiries[batch] == DateOnly.MaxValue
        ? ""
        : Expiries[batch].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly List<(string Item, string Batch)> batches = [];
    private DateOnly closedTo;

    public List<NaiveDocument> Documents { get; } = [];

    public IEnumerable<NaiveDocument> Standing => Documents.Where(one => !one.IsGone);

    private IEnumerable<NaiveRow> Rows => Standing.SelectMany(one => one.Rows);

    public void Close(DateOnly to) => closedTo = to;

    /// <summary>Takes the document; false where it cannot be.</summary>
    public bool Post(Document document)
    {
        if (Date(document.BusinessAt) <= closedTo)
        {
            return false;
        }

        var rows = new List<NaiveRow>();
        for (var at = 0; at < document.Lines.Count; at++)
        {
            if (!Add(document, at, rows))
            {
                return false;
            }
        }

        Documents.Add(new NaiveDocument(document, rows, Money(document)));
        Know(rows);
        return true;
    }

    /// <summary>Takes a document back; false where that cannot be.</summary>
    public bool Reverse(NaiveDocument of, string number, DateTimeOffset at)
    {
        var isOwnMoment = at == of.Document.BusinessAt;
        if (of.IsReversed || of.IsReversal || Date(at) <= closedTo || IsFollowed(of) || LacksGoods(of)
            || (!isOwnMoment && of.Rows.Any(row => row.Qty == 0)))
        {
            return false;
        }

        if (!isOwnMoment)
        {
            var worth = Costs().Worth;
            var turned = of.Rows.Select((row, place) => row with
            {
                Number = number,
                No = place + 1,
                Qty = -row.Qty,
                Stated = worth[row.Name],
                Source = row.Qty < 0 ? row.Name : row.Source,
                Own = 0,
                Share = null,
            }).ToList();
            var document = of.Document with { DocumentNo = number, BusinessAt = at };
            Documents.Add(new NaiveDocument(document, turned, [.. of.Money.Select(one => (one.Account, -one.Amount))])
            {
                IsReversal = true,
            });
        }

        (of.IsReversed, of.IsGone) = (true, isOwnMoment);
        return true;
    }

    /// <summary>What lies where.</summary>
    public Dictionary<NaivePlace, decimal> Stock() => Rows.GroupBy(row => row.Place)
        .Select(group => (group.Key, Qty: group.Sum(row => row.Qty))).Where(one => one.Qty != 0)
        .ToDictionary(one => one.Key, one => one.Qty);

    /// <summary>What is at each other place, as it went there: above zero the goods are there.</summary>
    public Dictionary<(string Item, Location At), decimal> Elsewhere() =>
        Rows.GroupBy(row => (row.Place.Item, row.Counter))
            .Select(group => (group.Key, Qty: -group.Sum(row => row.Qty))).Where(one => one.Qty != 0)
            .ToDictionary(one => one.Key, one => one.Qty);

    /// <summary>What each movement of goods is worth, by document and number.</summary>
    public Dictionary<(string Number, int No), decimal> Worths()
    {
        var worth = Costs().Worth;
        return Rows.Where(row => row.Qty != 0).ToDictionary(row => row.Name, row => worth[row.Name]);
    }

    /// <summary>What each item is worth in each depot.</summary>
    public Dictionary<(string Item, string Depot), decimal> Values()
    {
        var worth = Costs().Worth;
        return Rows.GroupBy(row => (row.Place.Item, row.Place.Depot))
            .Select(group => (group.Key, Value: group.Sum(row => Signed(row, worth)))).Where(one => one.Value != 0)
            .ToDictionary(one => one.Key, one => one.Value);
    }

    /// <summary>What stands on the accounts.</summary>
    public SortedDictionary<string, decimal> Accounts()
    {
        var worth = Costs().Worth;
        var accounts = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (account, amount) in Standing.SelectMany(one => one.Money))
        {
            accounts[account] = accounts.GetValueOrDefault(account) + amount;
        }

        foreach (var row in Rows)
        {
            var value = Signed(row, worth);
            accounts["1405"] = accounts.GetValueOrDefault("1405") + value;
            accounts[row.Contra] = accounts.GetValueOrDefault(row.Contra) - value;
            var rest = LeftBehind(row, worth);
            accounts[row.Contra] -= rest;
            accounts["6401"] = accounts.GetValueOrDefault("6401") + rest;
        }

        foreach (var empty in accounts.Where(one => one.Value == 0).Select(one => one.Key).ToList())
        {
            accounts.Remove(empty);
        }

        return accounts;
    }

    /// <summary>What goods that are all back again were worth beyond what came back: an expense.</summary>
    private decimal LeftBehind(NaiveRow sent, IReadOnlyDictionary<(string Number, int Line), decimal> worth)
    {
        if (sent.Qty >= 0 || sent.Source is not null || sent.Counter is not (Location.Transit or Location.Lent))
        {
            return 0;
        }

        var back = Rows.Where(row => row.Source == sent.Name).ToList();
        return back.Sum(row => row.Qty) == -sent.Qty
            ? worth[sent.Name] - back.Sum(row => Signed(row, worth))
            : 0;
    }

    private static decimal Signed(NaiveRow row, IReadOnlyDictionary<(string Number, int Line), decimal> worth) =>
        row.Qty < 0 ? -worth[row.Name] : worth[row.Name];

    private NaiveCosts Costs()
    {
        var costs = new NaiveCosts(pool => Items.First(item => pool.Contains(item.Key)).Value.Method);
        costs.Run(Standing.SelectMany(one => one.Rows.Select(row => new NaiveMove(
            row.Number, row.No, DocumentKinds.Name(one.Document.Kind), one.Document.BusinessAt, row.Place.Pool,
            row.Qty, row.Stated, row.Source)
        {
            Own = row.Own, Share = row.Share,
        })));
        return costs;
    }

    private void Know(IEnumerable<NaiveRow> rows) =>
        batches.AddRange(rows.Where(row => row is { Qty: > 0, Place.Batch.Length: > 0 })
            .Select(row => (row.Place.Item, row.Place.Batch)).Distinct().Except(batches).ToList());

    private decimal OnHand(string item, string depot) =>
        Rows.Where(row => (row.Place.Item, row.Place.Depot) == (item, depot)).Sum(row => row.Qty);

    private bool IsFollowed(NaiveDocument of)
    {
        var own = of.Rows.Select(row => row.Name).ToHashSet();
        return Rows.Any(row => row.Source is { } source && own.Contains(source) && row.Number != of.Document.DocumentNo)
            || of.Document.Lines.Any(line => Followed(of.Document.DocumentNo, line.ItemCode) != 0);
    }

    private bool LacksGoods(NaiveDocument of)
    {
        var stock = Stock();
        return of.Rows.Where(row => row.Qty > 0).GroupBy(row => (row.Place.Item, row.Place.Depot)).Any(group =>
                group.Key.Depot == TestBook.StrictStore
                && OnHand(group.Key.Item, group.Key.Depot) < group.Sum(row => row.Qty))
            || of.Rows.Where(row => row is { Qty: > 0, Place.Depot: TestBook.StrictStore }
                && (row.Place.Batch + row.Place.Bin).Length > 0).GroupBy(row => row.Place).Any(group =>
                stock.GetValueOrDefault(group.Key) < group.Sum(row => row.Qty));
    }

    private static DateOnly Date(DateTimeOffset at) => DateOnly.FromDateTime(at.Date);
}
