using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>What happens to goods before the stores open: the depot sends some to the stores, some break, and part of
/// the shelves is counted every month.</summary>
internal sealed class StockRoom(Chain chain, DocumentNumbers numbers, Dice dice)
{
    private const int Second = (6 * 3600) + 2400;
    private const int SentItems = 12;
    private const int BrokenItems = 3;
    private const int CountedItems = 40;

    /// <summary>Of the items counted, how many are not as the book says.</summary>
    private const double WrongPart = 0.06;

    public IEnumerable<Document> Morning(int day)
    {
        if (day == 0 || Second + 120 > chain.Life.Until(day))
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
            .. open.Where(_ => date.Day == 26).Select(location => Count(location, day)),
        ];
    }

    /// <summary>A part of what the depot has plenty of and the store carries.</summary>
    private IEnumerable<Document> Send(int location, int day)
    {
        var lines = new List<DocumentLine>();
        foreach (var item in Some(location, SentItems))
        {
            var (depot, store) = (chain.OnHand[chain.Depot], chain.OnHand[location]);
            var qty = depot[item] / 20;
            if (qty > 0 && store[item] < depot[item] / 4)
            {
                depot[item] -= qty;
                store[item] += qty;
                lines.Add(Line(item, qty));
            }
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
            if (chain.OnHand[location][item] > 1)
            {
                chain.OnHand[location][item]--;
                lines.Add(Line(item, 1));
            }
        }

        return lines.Count == 0 ? [] : [Of(DocumentKind.StockDamage, location, (day, Second + 60), lines)];
    }

    private Document Count(int location, int day)
    {
        var stock = chain.OnHand[location];
        var lines = Some(location, CountedItems).ConvertAll(item =>
        {
            if (dice.Chance(WrongPart))
            {
                stock[item] = Math.Max(0, stock[item] + (dice.Chance(0.7) ? -1 : 1));
            }

            return Line(item, stock[item]);
        });
        return Of(DocumentKind.StockCount, location, (day, Second + 120), lines);
    }

    /// <summary>Some of the items a location carries, each once.</summary>
    private List<int> Some(int location, int count)
    {
        var items = chain.Assortments[location].Items.ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => items[dice.Below(items.Length)]).Distinct()];
    }

    private DocumentLine Line(int item, int qty) =>
        new(chain.Goods[item].Code, Till.Units(qty), Money.Zero) { Unit = chain.Goods[item].Unit };

    private Document Of(
        DocumentKind kind, int location, (int Day, int Second) at, IReadOnlyList<DocumentLine> lines) =>
        new(kind, numbers.Next(kind, location), chain.Life.At(at.Day, at.Second))
        {
            StoreCode = chain.StoreCode(location), DepotCode = chain.DepotOf(location), Lines = lines,
            EmployeeCode = chain.Roster.Staff[location][0].Code,
        };
}
