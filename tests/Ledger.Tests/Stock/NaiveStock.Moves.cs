namespace Analytics.Ledger.Tests.Stock;

/// <summary>What each kind of document moves.</summary>
internal sealed partial class NaiveStock
{
    /// <summary>Adds what a line moves; false where it cannot.</summary>
    private bool Add(Document document, int at, List<NaiveRow> rows)
    {
        var line = document.Lines[at];
        var (counter, contra) = Way(document);
        return document.Kind switch
        {
            DocumentKind.PurchaseReceipt or DocumentKind.OpeningStock or DocumentKind.BorrowIn =>
                In(rows, Row(document, at) with { Stated = (line.CostAmount ?? line.NetAmount).ToDecimal() }),
            DocumentKind.StockOverflow or DocumentKind.OtherIn =>
                In(rows, Row(document, at) with { Stated = Found(document, line, line.Quantity.ToDecimal()) }),
            DocumentKind.Transfer => Carry(document, at, rows, document.ToDepotCode),
            DocumentKind.BinMove => line.BinCode != line.ToBinCode && Carry(document, at, rows, document.StoreCode),
            DocumentKind.TransferIn or DocumentKind.LendReturn => Back(document, at, rows),
            DocumentKind.BorrowReturn => MayFollow(document, line) && Out(document, at, rows),
            DocumentKind.StockCount => Count(document, at, rows),
            DocumentKind.Assembly or DocumentKind.Disassembly => line.MadeShare == 0
                ? Out(document, at, rows)
                : In(rows, Made(document, at)),
            DocumentKind.CostAdjustment => Revalue(document, at, rows),
            _ when counter != Location.None && contra.Length > 0 => Out(document, at, rows),
            _ => throw new ArgumentOutOfRangeException(nameof(document)),
        };
    }

    /// <summary>Where a kind's goods come from or go to, and the account of that.</summary>
    private static (Location Counter, string Contra) Way(Document document) => document.Kind switch
    {
        DocumentKind.PurchaseReceipt => (Location.Supplier, "2202"),
        DocumentKind.OpeningStock => (Location.Opening, "4104"),
        DocumentKind.Sale => (Location.Customer, "6401"),
        DocumentKind.BorrowIn => (Location.Borrowed, "2241"),
        DocumentKind.BorrowReturn => (Location.Borrowed, "6401"),
        DocumentKind.StockOverflow or DocumentKind.StockDamage or DocumentKind.Destruction
            or DocumentKind.StockCount => (Location.Loss, "1901"),
        DocumentKind.OtherIn => (Location.Other, Named(document, "6301")),
        DocumentKind.OtherOut => (Location.Other, Named(document, "6711")),
        DocumentKind.InternalUse => (Location.InternalUse, Named(document, "6602")),
        DocumentKind.LendOut or DocumentKind.LendReturn => (Location.Lent, "1406"),
        DocumentKind.TransferOut or DocumentKind.TransferIn => (Location.Transit, "1402"),
        DocumentKind.BinMove => (Location.Bin, "6401"),
        DocumentKind.Transfer => document.Lines.Any(line => line.NetAmount > Ledger.Money.Zero)
            ? (Location.PricedTransfer, "1407")
            : (Location.Transfer, "6401"),
        DocumentKind.Assembly or DocumentKind.Disassembly => (Location.Assembly, "6401"),
        DocumentKind.CostAdjustment => (Location.None, "6401"),
        _ => (Location.None, ""),
    };

    private static string Named(Document document, string otherwise) =>
        document.ContraAccount.Length > 0 ? document.ContraAccount : otherwise;

    /// <summary>What a document books beside what its goods are worth.</summary>
    private List<(string Account, decimal Amount)> Money(Document document) => document.Kind switch
    {
        DocumentKind.Sale => Both("1001", "6001", document.Lines.Sum(line => line.NetAmount.ToDecimal())),
        DocumentKind.Assembly or DocumentKind.Disassembly =>
            Both("6401", document.ContraAccount, document.FeeAmount.ToDecimal()),
        DocumentKind.CostAdjustment => Both(
            "6401", Named(document, "6401"), document.Lines.Sum(line => line.CostAmount!.Value.ToDecimal())),
        DocumentKind.BorrowReturn => [.. document.Lines.SelectMany(line => Both("2241", "6401", Owed(document, line)))],
        DocumentKind.LossSettlement => [.. document.MoneyLines.SelectMany(line => line.Account == "6301"
            ? Both("1901", line.Account, line.Amount.ToDecimal())
            : Both(line.Account, "1901", line.Amount.ToDecimal()))],
        _ => [],
    };

    private static List<(string Account, decimal Amount)> Both(string debit, string credit, decimal amount) =>
        amount == 0 ? [] : [(debit, amount), (credit, -amount)];

    /// <summary>What is no longer owed once so much of what was borrowed is given back.</summary>
    private decimal Owed(Document document, DocumentLine line)
    {
        var borrowed = Documents.First(one => one.Document.DocumentNo == document.OriginalNo).Document.Lines
            .First(one => one.ItemCode == line.ItemCode);
        var (worth, of) = (borrowed.CostAmount?.ToDecimal() ?? borrowed.NetAmount.ToDecimal(),
            borrowed.Quantity.ToDecimal());
        var before = Followed(document.OriginalNo, line.ItemCode);
        return Round(worth * (before + line.Quantity.ToDecimal()) / of) - Round(worth * before / of);
    }

    /// <summary>How much of an item in a document those that stand have followed.</summary>
    public decimal Followed(string number, string item) => Standing
        .Where(one => !one.IsReversed && !one.IsReversal && one.Document.OriginalNo == number)
        .SelectMany(one => one.Document.Lines).Where(line => line.ItemCode == item)
        .Sum(line => line.Quantity.ToDecimal());

    private bool MayFollow(Document document, DocumentLine line)
    {
        var original = Standing.FirstOrDefault(
            one => one.Document.DocumentNo == document.OriginalNo && one is { IsReversal: false, IsReversed: false });
        var sent = original?.Document.Lines.FirstOrDefault(one => one.ItemCode == line.ItemCode);
        return sent is not null && original!.Document.BusinessAt <= document.BusinessAt
            && Followed(document.OriginalNo, line.ItemCode) + line.Quantity.ToDecimal() <= sent.Quantity.ToDecimal();
    }

    private static NaiveRow Row(Document document, int at)
    {
        var (line, (counter, contra)) = (document.Lines[at], Way(document));
        var place = new NaivePlace(line.ItemCode, document.StoreCode, line.BatchNo, line.BinCode);
        return new NaiveRow(
            document.DocumentNo, 0, at + 1, place, line.Quantity.ToDecimal(), counter, contra);
    }

    private static bool In(List<NaiveRow> rows, NaiveRow row)
    {
        rows.Add(row with { No = rows.Count + 1 });
        return true;
    }

    private bool Out(Document document, int at, List<NaiveRow> rows)
    {
        var line = document.Lines[at];
        return Pick(document, line, line.Quantity.ToDecimal()) is { } parts
            && Out(rows, Row(document, at), parts, line.CostAmount?.ToDecimal());
    }

    private static bool Out(
        List<NaiveRow> rows, NaiveRow row, List<(NaivePlace Place, decimal Qty)> parts, decimal? stated)
    {
        var (done, whole) = (0m, parts.Sum(part => part.Qty));
        foreach (var (place, qty) in parts)
        {
            var value = stated is { } cost
                ? Round(cost * (done + qty) / whole) - Round(cost * done / whole)
                : (decimal?)null;
            rows.Add(row with { No = rows.Count + 1, Place = place, Qty = -qty, Stated = value });
            done += qty;
        }

        return true;
    }

    private bool Carry(Document document, int at, List<NaiveRow> rows, string depot)
    {
        var line = document.Lines[at];
        if (Pick(document, line, line.Quantity.ToDecimal()) is not { } parts)
        {
            return false;
        }

        var (first, done, price) = (rows.Count, 0m, line.NetAmount.ToDecimal());
        Out(rows, Row(document, at), parts, null);
        foreach (var sent in rows[first..])
        {
            var upTo = Round(price * (done - sent.Qty) / line.Quantity.ToDecimal());
            rows.Add(sent with
            {
                No = rows.Count + 1,
                Place = sent.Place with { Depot = depot, Bin = line.ToBinCode },
                Qty = -sent.Qty,
                Stated = price > 0 ? upTo - Round(price * done / line.Quantity.ToDecimal()) : null,
                Source = price > 0 ? null : sent.Name,
            });
            done -= sent.Qty;
        }

        return true;
    }

    /// <summary>What was sent comes in, the first sent first.</summary>
    private bool Back(Document document, int at, List<NaiveRow> rows)
    {
        var line = document.Lines[at];
        if (!MayFollow(document, line))
        {
            return false;
        }

        var sent = Standing.First(one => one.Document.DocumentNo == document.OriginalNo).Rows
            .Where(row => row.Qty < 0 && row.Place.Item == line.ItemCode
                && (line.BatchNo.Length == 0 || line.BatchNo == row.Place.Batch));
        var needed = line.Quantity.ToDecimal();
        foreach (var row in sent)
        {
            var part = Math.Min(needed, -row.Qty - TakenFrom(row, document.BusinessAt));
            if (part > 0)
            {
                rows.Add(row with
                {
                    Number = document.DocumentNo,
                    No = rows.Count + 1,
                    LineNo = at + 1,
                    Place = row.Place with { Depot = document.StoreCode, Bin = line.BinCode },
                    Qty = part,
                    Stated = null,
                    Source = row.Name,
                });
                needed -= part;
            }
        }

        return needed == 0;
    }

    /// <summary>The most that is taken back of what was sent, at the end of a moment or of any later one.</summary>
    private decimal TakenFrom(NaiveRow sent, DateTimeOffset at)
    {
        var takings = Standing.SelectMany(one => one.Rows.Where(row => row.Source == sent.Name)
            .Select(row => (one.Document.BusinessAt, row.Qty))).ToList();
        return takings.Select(one => one.BusinessAt).Where(moment => moment > at).Append(at)
            .Max(moment => takings.Where(one => one.BusinessAt <= moment).Sum(one => one.Qty));
    }

    private bool Count(Document document, int at, List<NaiveRow> rows)
    {
        var (line, row) = (document.Lines[at], Row(document, at));
        var counted = Standing.Where(one => one.Document.BusinessAt <= document.BusinessAt)
            .SelectMany(one => one.Rows)
            .Where(one => (one.Place.Item, one.Place.Depot) == (line.ItemCode, document.StoreCode)
                && (line.BatchNo.Length == 0 || one.Place.Batch == line.BatchNo)
                && (line.BinCode.Length == 0 || one.Place.Bin == line.BinCode))
            .Sum(one => one.Qty);
        var more = line.Quantity.ToDecimal() - counted;
        return more > 0 ? In(rows, row with { Qty = more, Stated = Found(document, line, more) })
            : more == 0 || (Pick(document, line, -more) is { } parts && Out(rows, row, parts, null));
    }

    /// <summary>What found goods are worth by themselves: what is stated, else what was last paid where the pool does
    /// not know; null where it does, or nobody knows.</summary>
    private decimal? Found(Document document, DocumentLine line, decimal qty)
    {
        if (line.CostAmount is { } cost)
        {
            return cost.ToDecimal();
        }

        var pool = new NaivePlace(line.ItemCode, document.StoreCode, line.BatchNo, "").Pool;
        if (line.NetAmount > Ledger.Money.Zero || Costs().Current(pool, qty) != 0)
        {
            return line.NetAmount > Ledger.Money.Zero ? line.NetAmount.ToDecimal() : null;
        }

        var bought = Standing.Where(one => one is { IsReversed: false, IsReversal: false }
                && one.Document.Kind == DocumentKind.PurchaseReceipt
                && one.Document.BusinessAt <= document.BusinessAt)
            .OrderBy(one => one.Document.BusinessAt).SelectMany(one => one.Rows)
            .LastOrDefault(row => row.Place.Item == line.ItemCode);
        return bought is null ? null : Round(bought.Stated!.Value * qty / bought.Qty);
    }

    private static NaiveRow Made(Document document, int at)
    {
        var from = document.Lines.Take(at).Sum(one => one.MadeShare);
        var (to, of) = (from + document.Lines[at].MadeShare, document.Lines.Sum(one => one.MadeShare));
        var fee = document.FeeAmount.ToDecimal();
        return Row(document, at) with
        {
            Share = (from, to, of), Own = Round(fee * to / of) - Round(fee * from / of),
        };
    }

    private bool Revalue(Document document, int at, List<NaiveRow> rows)
    {
        var (line, row) = (document.Lines[at], Row(document, at));
        var own = row with { Qty = 0, Own = line.CostAmount!.Value.ToDecimal() };
        if (line.OriginalNo.Length == 0)
        {
            return (Items[line.ItemCode].Method != CostMethod.Batch || batches.Contains((line.ItemCode, line.BatchNo)))
                && In(rows, own);
        }

        var receipt = Standing.FirstOrDefault(one => one.Document.DocumentNo == line.OriginalNo
            && one is { IsReversed: false, IsReversal: false } && one.Document.BusinessAt <= document.BusinessAt);
        var brought = receipt?.Rows.FirstOrDefault(one => one.Qty > 0 && one.Place.Item == line.ItemCode);
        return brought is not null && In(rows, own with { Place = brought.Place, Source = brought.Name });
    }

    private static decimal Round(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);
}
