using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

/// <summary>Receipts, sales, returns, revaluations, and goods made out of others, of two items at few moments and in two
/// depots, so that ties, backdating, stock below nothing and returns elsewhere all happen; as steps that CsCheck draws
/// and shrinks.</summary>
internal sealed class CostHistory
{
    private static readonly string[] Stores = [Store, OtherStore];

    private CostHistory(IReadOnlyList<Step> steps)
    {
        for (var at = 0; at < steps.Count; at++)
        {
            Add(steps[at], at);
        }
    }

    public List<Document> Documents { get; } = [];

    /// <summary>Keys of documents that are reversed at their own moment once they are in the book.</summary>
    public HashSet<string> Reversed { get; } = [];

    public static Gen<CostHistory> Random { get; } =
        Gen.Select(
                Gen.Int[0, 13], Gen.Int[0, 11], Gen.Int[0, 3], Gen.Int[1, 9], Gen.Int[0, 900], Gen.Int[0, 99],
                (kind, moment, place, qty, value, link) => new Step(kind, moment, place, qty, value, link))
            .Array[1, 24]
            .Select(steps => new CostHistory(steps));

    /// <summary>The accepted documents as the naive way sees them.</summary>
    public IEnumerable<NaiveMove> Moves(IReadOnlySet<string> accepted, bool isCompanyWide) =>
        Documents.Where(document => accepted.Contains(document.DocumentNo))
            .SelectMany(document => document.Lines.Select((line, at) => Move(document, line, at, isCompanyWide)));

    /// <summary>The documents in another order, what looks back to another still after that.</summary>
    public IReadOnlyList<Document> Shuffled(int seed)
    {
        var random = new Random(seed);
        var left = Documents.OrderBy(_ => random.Next()).ToList();
        var shuffled = new List<Document>();
        while (left.Count > 0)
        {
            var next = left.First(document => document.Lines.Select(line => line.OriginalNo)
                .Append(document.OriginalNo).Where(number => number.Length > 0)
                .All(number => shuffled.Exists(earlier => earlier.DocumentNo == number)));
            left.Remove(next);
            shuffled.Add(next);
        }

        return shuffled;
    }

    public override string ToString() => string.Join("\n", Documents.Select(document =>
        $"{document.DocumentNo} {document.BusinessAt:dd HH:mm} {document.StoreCode} {document.OriginalNo} "
        + $"{document.FeeAmount} "
        + string.Join("; ", document.Lines.Select(line =>
            $"{line.ItemCode} {line.Quantity} = {line.NetAmount} cost {line.CostAmount} share {line.MadeShare} "
            + $"of {line.OriginalNo}/{line.OriginalLineNo}"))))
        + "\nreversed " + string.Join(' ', Reversed);

    private NaiveMove Move(Document document, DocumentLine line, int at, bool isCompanyWide)
    {
        var original = line.OriginalNo.Length > 0 ? line.OriginalNo : document.OriginalNo;
        (string, int)? source = original.Length > 0 ? (original, line.OriginalLineNo) : null;
        var depot = document.Kind == DocumentKind.CostAdjustment && source is not null
            ? Documents.First(receipt => receipt.DocumentNo == original).StoreCode
            : document.StoreCode;
        var isOut = document.Kind == DocumentKind.Sale
            || (document.Kind is DocumentKind.Assembly or DocumentKind.Disassembly && line.MadeShare == 0);
        var isNote = document.Kind == DocumentKind.CostAdjustment;
        var move = new NaiveMove(
            document.DocumentNo, at + 1, DocumentKinds.Name(document.Kind), document.BusinessAt,
            (isCompanyWide ? "" : depot) + line.ItemCode, (isOut ? -1 : 1) * line.Quantity.ToDecimal(),
            document.Kind == DocumentKind.PurchaseReceipt ? line.NetAmount.ToDecimal()
            : isNote ? null
            : line.CostAmount?.ToDecimal(),
            source);
        if (line.MadeShare == 0)
        {
            return isNote ? move with { Own = line.CostAmount!.Value.ToDecimal() } : move;
        }

        var from = document.Lines.Take(at).Sum(one => one.MadeShare);
        var (to, of) = (from + line.MadeShare, document.Lines.Sum(one => one.MadeShare));
        var fee = document.FeeAmount.ToDecimal();
        return move with { Share = (from, to, of), Own = Part(fee * to / of) - Part(fee * from / of) };
    }

    private void Add(Step step, int at)
    {
        var store = Stores[step.Place % 2];
        var when = Day("2026-01-01").AddHours(step.Moment * 7);
        var line = Line(
            step.Qty, step.Value / 7m, step.Link % 4 == 3 ? OtherItem : Item,
            step.Link % 5 == 0 ? step.Value / 3m : null);
        if (step.Kind == 9 && step.Link % 3 == 0 && Documents.Count > 0)
        {
            Reversed.Add(Documents[step.Link % Documents.Count].DocumentNo);
            return;
        }

        var sales = Documents.Where(document => document.Kind == DocumentKind.Sale).ToList();
        Documents.Add(step.Kind switch
        {
            < 3 => new Document(DocumentKind.PurchaseReceipt, $"R{at}", when)
            {
                StoreCode = store, PartyCode = Supplier, Tender = Tender.Account, Lines = [line],
            },
            < 7 => new Document(DocumentKind.Sale, $"D{at}", when)
            {
                StoreCode = store, PartyCode = Customer, Lines = step.Place < 2 ? [line] : [line, line],
            },
            10 or 11 => Note(step, at, when, store),
            12 or 13 => Made(step, at, when, store),
            not 7 when sales.Count > 0 => Return(step, at, sales[step.Link % sales.Count], store),
            _ => new Document(DocumentKind.SaleReturn, $"T{at}", when) { StoreCode = store, Lines = [line] },
        });
    }

    /// <summary>A note on all that is there, or on one line of a receipt or of what was made.</summary>
    private Document Note(Step step, int at, DateTimeOffset when, string store)
    {
        var receipts = Documents.Where(document => document.Kind is DocumentKind.PurchaseReceipt
            or DocumentKind.Assembly or DocumentKind.Disassembly).ToList();
        var line = Line(0, 0, step.Link % 4 == 3 ? OtherItem : Item, (step.Value - 300) / 7m + 0.01m);
        if (step.Kind == 11 && receipts.Count > 0)
        {
            var receipt = receipts[step.Link % receipts.Count];
            var of = receipt.Kind == DocumentKind.PurchaseReceipt ? 0
                : receipt.Lines.ToList().FindIndex(one => one.MadeShare > 0);
            when = receipt.BusinessAt > when ? receipt.BusinessAt : when;
            line = line with
            {
                ItemCode = receipt.Lines[of].ItemCode, OriginalNo = receipt.DocumentNo, OriginalLineNo = of + 1,
            };
        }

        return new Document(DocumentKind.CostAdjustment, $"A{at}", when) { StoreCode = store, Lines = [line] };
    }

    /// <summary>One or two components made into one or two products, some of the same item.</summary>
    private static Document Made(Step step, int at, DateTimeOffset when, string store)
    {
        var (some, other) = step.Link % 2 == 0 ? (Item, OtherItem) : (OtherItem, Item);
        DocumentLine[] products =
        [
            Line(step.Qty, 0, other) with { MadeShare = 1 + (step.Link % 3) },
            Line(1 + (step.Link % 7), 0, step.Link % 5 < 3 ? other : some) with { MadeShare = 1 + (step.Qty % 4) },
        ];
        var isOne = step.Place < 2;
        var component = Line(step.Qty, 0, some);
        return step.Kind == 12
            ? new Document(DocumentKind.Assembly, $"P{at}", when)
            {
                StoreCode = store,
                FeeAmount = Money.Round(step.Value / 9m),
                ContraAccount = Account.Cash,
                Lines = step.Link % 3 == 0
                    ? [component, .. products[..(isOne ? 1 : 2)], Line(1, 0, other)]
                    : [component, .. products[..(isOne ? 1 : 2)]],
            }
            : new Document(DocumentKind.Disassembly, $"Q{at}", when)
            {
                StoreCode = store, Lines = [.. products[..(isOne ? 1 : 2)], component],
            };
    }

    private static Document Return(Step step, int at, Document sale, string store)
    {
        var lineNo = 1 + (step.Qty % sale.Lines.Count);
        var qty = Math.Min(step.Qty, sale.Lines[lineNo - 1].Quantity.ToDecimal());
        var line = Line(qty, 1, sale.Lines[lineNo - 1].ItemCode) with { OriginalLineNo = lineNo };
        return new Document(DocumentKind.SaleReturn, $"T{at}", sale.BusinessAt.AddHours((step.Moment - 3) * 7))
        {
            StoreCode = store,
            OriginalNo = sale.DocumentNo,
            Lines = [step.Value % 6 == 0 ? line with { CostAmount = Money.Round(step.Value / 5m) } : line],
        };
    }

    private static decimal Part(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    internal readonly record struct Step(int Kind, int Moment, int Place, int Qty, int Value, int Link);
}
