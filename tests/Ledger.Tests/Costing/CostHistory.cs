using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

/// <summary>Receipts, sales and returns at few moments and in two depots, so that ties, backdating, stock below nothing
/// and returns elsewhere all happen; as steps that CsCheck draws and shrinks.</summary>
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

    public static Gen<CostHistory> Random { get; } = Of(Gen.Int[0, 9], 1, 24);

    /// <summary>Far more goes out than comes in, and so much that checkpoints are made.</summary>
    public static Gen<CostHistory> Lacking { get; } = Of(Gen.Int[2, 9], 900, 900);

    /// <summary>The accepted documents as the naive way sees them.</summary>
    public IEnumerable<NaiveMove> Moves(IReadOnlySet<string> accepted, bool isCompanyWide) =>
        Documents.Where(document => accepted.Contains(document.DocumentNo)).SelectMany(document =>
            document.Lines.Select((line, at) =>
            {
                var isIn = document.Kind != DocumentKind.Sale;
                (string, int)? source = document.OriginalNo.Length > 0
                    ? (document.OriginalNo, line.OriginalLineNo)
                    : null;
                return new NaiveMove(
                    document.DocumentNo, at + 1, DocumentKinds.Name(document.Kind), document.BusinessAt,
                    (isCompanyWide ? "" : document.StoreCode) + line.ItemCode,
                    (isIn ? 1 : -1) * line.Quantity.ToDecimal(),
                    document.Kind == DocumentKind.PurchaseReceipt
                        ? line.NetAmount.ToDecimal()
                        : line.CostAmount?.ToDecimal(),
                    source);
            }));

    /// <summary>The documents in another order, a return still after its sale.</summary>
    public IReadOnlyList<Document> Shuffled(int seed)
    {
        var random = new Random(seed);
        var left = Documents.OrderBy(_ => random.Next()).ToList();
        var shuffled = new List<Document>();
        while (left.Count > 0)
        {
            var next = left.First(document => document.OriginalNo.Length == 0
                || shuffled.Exists(sale => sale.DocumentNo == document.OriginalNo));
            left.Remove(next);
            shuffled.Add(next);
        }

        return shuffled;
    }

    public override string ToString() => string.Join("\n", Documents.Select(document =>
        $"{document.DocumentNo} {document.BusinessAt:dd HH:mm} {document.StoreCode} {document.OriginalNo} "
        + string.Join("; ", document.Lines.Select(line =>
            $"{line.ItemCode} {line.Quantity} = {line.NetAmount} cost {line.CostAmount} of {line.OriginalLineNo}"))));

    private static Gen<CostHistory> Of(Gen<int> kinds, int least, int most) =>
        Gen.Select(
                kinds, Gen.Int[0, 11], Gen.Int[0, 3], Gen.Int[1, 9], Gen.Int[0, 900], Gen.Int[0, 99],
                (kind, moment, place, qty, value, link) => new Step(kind, moment, place, qty, value, link))
            .Array[least, most]
            .Select(steps => new CostHistory(steps));

    private void Add(Step step, int at)
    {
        var store = Stores[step.Place % 2];
        var when = Day("2026-01-01").AddHours(step.Moment * 7);
        var line = Line(step.Qty, step.Value / 7m, cost: step.Link % 5 == 0 ? step.Value / 3m : null);
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
            7 => new Document(DocumentKind.SaleReturn, $"T{at}", when) { StoreCode = store, Lines = [line] },
            _ when sales.Count > 0 => Return(step, at, sales[step.Link % sales.Count], store),
            _ => new Document(DocumentKind.SaleReturn, $"T{at}", when) { StoreCode = store, Lines = [line] },
        });
    }

    private static Document Return(Step step, int at, Document sale, string store)
    {
        var lineNo = 1 + (step.Qty % sale.Lines.Count);
        var qty = Math.Min(step.Qty, sale.Lines[lineNo - 1].Quantity.ToDecimal());
        var line = Line(qty, 1) with { OriginalLineNo = lineNo };
        return new Document(DocumentKind.SaleReturn, $"T{at}", sale.BusinessAt.AddHours((step.Moment - 3) * 7))
        {
            StoreCode = store,
            OriginalNo = sale.DocumentNo,
            Lines = [step.Value % 6 == 0 ? line with { CostAmount = Money.Round(step.Value / 5m) } : line],
        };
    }

    internal readonly record struct Step(int Kind, int Moment, int Place, int Qty, int Value, int Link);
}
