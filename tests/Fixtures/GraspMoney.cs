using System.Globalization;

namespace Analytics.Fixtures;

/// <summary>The money of a <see cref="GraspBook"/>: what its bills are booked on, receipts and payments that settle
/// some of them in part, and expenses.</summary>
internal sealed class GraspMoney(Random random)
{
    private static readonly Dictionary<string, (string TypeId, string Chart)> Accounts = new(StringComparer.Ordinal)
    {
        ["stock"] = ("0000100001", "1405"), ["cash"] = ("0000100003", "1001"),
        ["bank"] = ("000010000400001", "100201"), ["receivable"] = ("0000100005", "1122"),
        ["payable"] = ("0000200001", "2202"), ["tax"] = ("0000200004", "2221"), ["income"] = ("0000300001", "6001"),
        ["cost"] = ("0000400001", "6401"), ["freight"] = ("0000400002", "660202"),
    };

    private readonly List<GraspEntry> entries = [];
    private readonly List<GraspSettlement> settlements = [];

    /// <summary>Of documents that count.</summary>
    public IReadOnlyList<GraspEntry> Entries => entries;

    public IReadOnlyList<GraspSettlement> Settlements => settlements;

    /// <summary>Counts what the tables say was there on the first day, in the order of accounts.</summary>
    public void Open(DateTime at, decimal stock)
    {
        (string Account, string Party, decimal Debit)[] kept =
        [
            ("stock", "", stock), ("cash", "", 5000), ("bank", "", 12000.75m), ("receivable", "C1", 1200.5m),
            ("receivable", "C2", -30), ("payable", "C2", -12.5m), ("payable", "V1", -800.25m), ("tax", "", -340),
        ];
        entries.AddRange(kept.Index().Select(one =>
            new GraspEntry("OPENING", "opening_stock", at, null, Accounts[one.Item.Account].Chart)
            {
                LineNo = one.Index + 1, Party = one.Item.Party, Amount = one.Item.Debit, IsOpening = true,
            }));
    }

    /// <summary>Books a bill.</summary>
    /// <param name="bill">Whose entries these are.</param>
    /// <param name="id">Its key there, and the party's.</param>
    /// <param name="lines">Of the bill, sales and purchases positive.</param>
    /// <param name="counts">Whether the bill is posted and no half of a red pair.</param>
    public IEnumerable<string> Bill(
        GraspEntry bill, (int Id, string Party) id, IReadOnlyList<GraspLine> lines, bool counts)
    {
        var (net, tax, cost) = (lines.Sum(line => line.Net), lines.Sum(line => line.Tax), lines.Sum(line => line.Cost));
        (string Account, decimal Debit)[] sides = bill.Kind.StartsWith("purchase", StringComparison.Ordinal)
            ? [("payable", -net - tax), ("stock", net), ("tax", tax)]
            : [("cost", cost), ("income", -net), ("receivable", net + tax), ("stock", -cost), ("tax", -tax)];
        return Booked(bill, id, sides, counts);
    }

    /// <summary>Receipts, payments and expenses after the bills, each a row of the index and its entries.</summary>
    /// <param name="firstId">The key of the first.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<string> Vouchers(int firstId, int count)
    {
        for (var id = firstId; id < firstId + count; id++)
        {
            var type = random.Next(4) switch { 0 => 36, 1 => 66, _ => 4 };
            var (at, draft) = (new DateTime(2026, 4, 1, 10, 0, 0).AddHours(id - firstId), random.Next(8) == 0 ? 1 : 0);
            var open = Open(type == 4 ? "1122" : "2202", at.Date);
            var party = type == 36 ? "" : open.Count == 0 ? "C1" : open[random.Next(open.Count)].Item.Party;
            yield return FormattableString.Invariant(
                $"insert into vbillindex_query values ({id}, '{at:yyyy-MM-dd HH:mm:ss}', 'M{id}', {type}, ")
                + $"'{TypeId(party)}', '00001', null, {draft}, 0, null);";
            foreach (var row in Voucher(type, (id, party), at, open.Where(one => one.Item.Party == party), draft == 0))
            {
                yield return row;
            }
        }
    }

    private static string TypeId(string party) =>
        party switch { "" => "", "V1" => "00001", "C1" => "00002", _ => "00003" };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Voucher(
        int type, (int Id, string Party) id, DateTime at, IEnumerable<(GraspEntry Item, decimal Left)> open,
        bool counts)
    {
        var kind = type switch { 4 => "money_receipt", 66 => "money_payment", _ => "expense" };
        var bill = new GraspEntry("M" + id.Id, kind, at, null, "");
        var settled = open.Take(random.Next(3))
            .Select(one => (one.Item, Amount: random.Next(2) == 0 ? one.Left : decimal.Round(one.Left / 2, 2)))
            .Where(one => one.Amount > 0).ToList();
        // Some of a receipt is of nothing that it settles.
        var amount = settled.Sum(one => one.Amount) + (random.Next(2) == 0 ? 0 : random.Next(1, 99_999) / 100m);
        amount = amount == 0 ? 10 : amount;
        (string Account, decimal Debit)[] sides = type switch
        {
            4 => [("cash", decimal.Round(amount / 3, 2)), ("bank", amount - decimal.Round(amount / 3, 2)),
                ("receivable", -amount)],
            66 => [("payable", amount), ("bank", -amount)],
            _ => [("freight", amount), ("cash", -amount)],
        };
        foreach (var row in Booked(bill, id, sides, counts))
        {
            yield return row;
        }

        foreach (var (item, part) in settled)
        {
            yield return $"insert into gatheringdly values ({id.Id}, {item.DocumentNo[1..]}, {Text(part)});";
            if (counts)
            {
                var own = entries.Single(entry => entry.DocumentNo == bill.DocumentNo && entry.Account == item.Account);
                settlements.Add(new GraspSettlement(own, item, part));
            }
        }
    }

    private IEnumerable<string> Booked(
        GraspEntry bill, (int Id, string Party) id, (string Account, decimal Debit)[] sides, bool counts)
    {
        var lineNo = 0;
        foreach (var (account, debit) in sides)
        {
            var (typeId, chart) = Accounts[account];
            lineNo++;
            if (counts && debit != 0)
            {
                entries.Add(bill with
                {
                    LineNo = lineNo, Account = chart, Amount = debit,
                    Party = chart is "1122" or "2202" ? id.Party : "",
                });
            }

            var total = typeId.StartsWith("00001", StringComparison.Ordinal)
                || typeId.StartsWith("00004", StringComparison.Ordinal) ? debit : -debit;
            // Some accounts stand twice on a document.
            var part = random.Next(3) == 0 ? decimal.Round(total / 3, 2) : 0;
            (int LineNo, decimal Total)[] rows =
                part == 0 ? [(lineNo, total)] : [(lineNo, part), (lineNo + 9, total - part)];
            foreach (var row in rows)
            {
                yield return $"insert into dlya values ({id.Id}, {row.LineNo}, '{typeId}', '{TypeId(id.Party)}', "
                    + $"{Text(row.Total)});";
            }
        }
    }

    /// <summary>Bills that are owed and not yet settled, in the order they came.</summary>
    private List<(GraspEntry Item, decimal Left)> Open(string account, DateTime day) =>
    [
        .. entries
            .Where(entry => entry.Account == account && entry.DocumentNo[0] == 'B' && entry.At < day)
            .Select(entry => (Item: entry, Left: Math.Abs(entry.Amount)
                - settlements.Where(one => one.Of == entry).Sum(one => one.Amount)))
            .Where(one => one.Left > 0 && one.Item.Amount > 0 == (account == "1122")),
    ];
}
