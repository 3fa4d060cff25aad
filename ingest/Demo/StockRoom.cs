using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>What happens to goods before the stores open: the depot sends some to the stores, some break, medicine that
/// soon expires is destroyed, part of the shelves is counted every month, and what is lost is decided on.</summary>
internal sealed class StockRoom(Chain chain, DocumentNumbers numbers, Dice dice)
{
    private const int Second = (6 * 3600) + 2400;
    private const int SentItems = 12;
    private const int BrokenItems = 3;
    private const int CountedItems = 40;

    /// <summary>Of the items counted, how many are not as the book says.</summary>
    private const double WrongPart = 0.06;

    private const int DaysBeforeExpiry = 45;

    /// <summary>Lost and found, at what it costs to buy, in cents, by location.</summary>
    private readonly (long Lost, long Found)[] pending = new (long, long)[chain.Depot + 1];

    public IEnumerable<Document> Morning(int day)
    {
        if (day == 0 || Second + 150 > chain.Life.Until(day))
        {
            return [];
        }

        var open = Enumerable.Range(0, chain.Depot + 1).Where(location => day > chain.OpensAfter(location)).ToList();
        var date = chain.Life.Date(day);
        return
        [
            .. open.Where(location => location != chain.Depot && day % 7 == (location + 3) % 7)
                .SelectMany(location => Send(location, day)),
            .. open.Where(_ => date.Day == 11).SelectMany(location => Break(location, day)),
            .. open.Where(_ => date.Day == 12).SelectMany(location => Destroy(location, day)),
            .. open.Where(_ => date.Day == 26).SelectMany(location => Count(location, day)),
            .. open.Where(_ => date.Day == 28).SelectMany(location => Decide(location, day)),
        ];
    }

    /// <summary>A part of what the depot has plenty of and the store carries.</summary>
    private IEnumerable<Document> Send(int location, int day)
    {
        var lines = new List<DocumentLine>();
        foreach (var item in Some(location, SentItems))
        {
            var has = chain.Shelves[chain.Depot, item];
            if (has < 20 || chain.Shelves[location, item] >= has / 4)
            {
                continue;
            }

            var lots = chain.Shelves.Of(chain.Depot, item);
            if (lots.Count == 0)
            {
                chain.Shelves.Take(chain.Depot, item, has / 20);
                chain.Shelves.Put(location, item, has / 20, lot: null);
                lines.Add(Line(item, has / 20));
                continue;
            }

            var (lot, qty) = (lots[0].Lot, Math.Min(has / 20, lots[0].Qty));
            chain.Shelves.Take(chain.Depot, item, qty, lot);
            chain.Shelves.Put(location, item, qty, lot);
            lines.Add(Line(item, qty, lot));
        }

        return lines.Count == 0 ? [] :
        [
            Of(DocumentKind.Transfer, chain.Depot, (day, Second), lines) with
            {
                ToDepotCode = chain.StoreCode(location),
            },
        ];
    }

    private IEnumerable<Document> Break(int location, int day)
    {
        var lines = new List<DocumentLine>();
        foreach (var item in Some(location, BrokenItems))
        {
            if (chain.Shelves[location, item] > 1 && chain.Shelves.Of(location, item).Count == 0)
            {
                chain.Shelves.Take(location, item, 1);
                lines.Add(Line(item, 1));
                Note(location, day, item, -1);
            }
        }

        return lines.Count == 0 ? [] : [Of(DocumentKind.StockDamage, location, (day, Second + 60), lines)];
    }

    private IEnumerable<Document> Count(int location, int day)
    {
        var lines = new List<DocumentLine>();
        foreach (var item in Some(location, CountedItems))
        {
            var lots = chain.Shelves.Of(location, item).ToList();
            if (lots.Count > 0)
            {
                // Medicine is counted by batch, and is all there.
                lines.AddRange(lots.Select(one => Line(item, one.Qty, one.Lot)));
            }
            else if (IsPlain(item))
            {
                lines.Add(Line(item, Found(location, day, item)));
            }
        }

        return lines.Count == 0 ? [] : [Of(DocumentKind.StockCount, location, (day, Second + 120), lines)];
    }

    /// <summary>Pieces that are there: now and then one fewer or one more than the book says.</summary>
    private int Found(int location, int day, int item)
    {
        if (dice.Chance(WrongPart))
        {
            var missing = Math.Min(1, chain.Shelves[location, item]);
            if (dice.Chance(0.7))
            {
                chain.Shelves.Take(location, item, missing);
                Note(location, day, item, -missing);
            }
            else
            {
                chain.Shelves.Put(location, item, 1, lot: null);
                Note(location, day, item, 1);
            }
        }

        return chain.Shelves.OnShelf(location, item);
    }

    /// <summary>Medicine that soon expires is destroyed while it may still be moved.</summary>
    private IEnumerable<Document> Destroy(int location, int day)
    {
        var before = chain.Life.Date(day).AddDays(DaysBeforeExpiry);
        var lines = new List<DocumentLine>();
        foreach (var item in chain.Assortments[location].Items)
        {
            foreach (var (lot, has) in chain.Shelves.Of(location, item).Where(one => one.Lot.LastDay < before).ToList())
            {
                var qty = Math.Min(has, chain.Shelves[location, item]);
                if (qty > 0)
                {
                    chain.Shelves.Take(location, item, qty, lot);
                    lines.Add(Line(item, qty, lot));
                    Note(location, day, item, -qty);
                }
            }
        }

        return lines.Count == 0 ? [] : [Of(DocumentKind.Destruction, location, (day, Second + 90), lines)];
    }

    /// <summary>What was lost and found since is decided on, at what it costs to buy: an expense, an income.</summary>
    private IEnumerable<Document> Decide(int location, int day)
    {
        var (lost, found) = pending[location];
        pending[location] = (0, 0);
        MoneyLine[] lines =
        [
            .. lost > 0 ? [new MoneyLine("6602", Till.Cents(lost)) { Note = "报损核销" }] : Array.Empty<MoneyLine>(),
            .. found > 0 ? [new MoneyLine("6301", Till.Cents(found)) { Note = "盘盈" }] : Array.Empty<MoneyLine>(),
        ];
        return lines.Length == 0 ? [] :
        [
            Of(DocumentKind.LossSettlement, location, (day, Second + 150), []) with
            {
                DepotCode = "", EmployeeCode = "", MoneyLines = lines,
            },
        ];
    }

    private void Note(int location, int day, int item, int qty)
    {
        var cents = (long)(chain.Prices.Cost(item, chain.Life.Month(day)) * Math.Abs(qty));
        var (lost, found) = pending[location];
        pending[location] = qty < 0 ? (lost + cents, found) : (lost, found + cents);
    }

    private bool IsPlain(int item) => !chain.Goods[item].Leaf.IsMedicine;

    /// <summary>Some of the items a location carries, each once.</summary>
    private List<int> Some(int location, int count)
    {
        var items = chain.Assortments[location].Items.ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => items[dice.Below(items.Length)]).Distinct()];
    }

    private DocumentLine Line(int item, int qty, Lot? lot = null) =>
        new(chain.Goods[item].Code, Till.Units(qty), Money.Zero)
        {
            Unit = chain.Goods[item].Unit,
            BatchNo = lot?.No ?? "",
        };

    private Document Of(
        DocumentKind kind, int location, (int Day, int Second) at, IReadOnlyList<DocumentLine> lines) =>
        numbers.Blank(kind, location, at) with
        {
            DepotCode = chain.DepotOf(location), Lines = lines,
            EmployeeCode = chain.Roster.Staff[location][0].Code,
        };
}
