using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Gives the packs of some medicines trace codes (追溯码), and each line that moves them the codes of packs of
/// the batch that leaves.</summary>
/// <remarks>It follows the documents in the order in which they are posted, as the book does: the nearest expiry leaves
/// first, of one expiry by number. Where a line is in whole packs of many pieces, each pack has one code.</remarks>
internal sealed class PackCodes(Chain chain)
{
    private readonly Dictionary<(string Place, int Item), List<Held>> held = [];
    private long made;

    public static bool HasCodes(Goods item) => item.Leaf.IsMedicine && item.Index % 8 == 3;

    /// <summary>The same with codes on the lines of what bears them.</summary>
    public Submission Mark(Submission submission) =>
        submission is Document
        {
            Kind: DocumentKind.OpeningStock or DocumentKind.PurchaseReceipt or DocumentKind.Sale
                or DocumentKind.Transfer or DocumentKind.Destruction,
        } document
        && document.Lines.Any(line => HasCodes(chain.ItemOf(line.ItemCode)))
            ? document with { Lines = [.. document.Lines.Select(line => Mark(document, line))] }
            : submission;

    private DocumentLine Mark(Document document, DocumentLine line)
    {
        var item = chain.ItemOf(line.ItemCode);
        if (!HasCodes(item))
        {
            return line;
        }

        var most = (int)(line.Quantity.Units / Qty.Scale);
        var place = document.DepotCode.Length > 0 ? document.DepotCode : document.StoreCode;
        if (document.Kind is DocumentKind.OpeningStock or DocumentKind.PurchaseReceipt)
        {
            var codes = Enumerable.Range(0, most).Select(_ => New(item)).ToList();
            Put((place, item.Index), new Held(line.BatchNo, LastDay(line.ExpiresOn)), Till.Pieces(line, item), codes);
            return line with { TraceCodes = codes };
        }

        var taken = Take((place, item.Index), line.BatchNo, Till.Pieces(line, item), most);
        if (document.Kind == DocumentKind.Transfer)
        {
            foreach (var (of, pieces, codes) in taken)
            {
                Put((document.ToDepotCode, item.Index), new Held(of.BatchNo, of.LastDay), pieces, codes);
            }
        }

        return line with { TraceCodes = [.. taken.SelectMany(part => part.Codes)] };
    }

    private void Put((string Place, int Item) where, Held batch, int pieces, IEnumerable<string> codes)
    {
        if (!held.TryGetValue(where, out var there))
        {
            held.Add(where, there = []);
        }

        var known = there.Find(one => one.BatchNo == batch.BatchNo);
        if (known is null)
        {
            var at = there.FindIndex(batch.IsBefore);
            there.Insert(at < 0 ? there.Count : at, known = batch);
        }

        known.Pieces += pieces;
        known.Codes.AddRange(codes);
    }

    /// <summary>Of the named batch, else of those that leave first. A batch of which a code is scanned leaves before
    /// the others: after one without codes none may follow that has some.</summary>
    private List<(Held Of, int Pieces, List<string> Codes)> Take(
        (string Place, int Item) where, string batchNo, int pieces, int mostCodes)
    {
        var taken = new List<(Held Of, int Pieces, List<string> Codes)>();
        foreach (var batch in held.GetValueOrDefault(where, [])
            .Where(one => batchNo.Length == 0 || one.BatchNo == batchNo))
        {
            var part = Math.Min(pieces, batch.Pieces);
            if (part == 0)
            {
                break;
            }

            var codes = batch.Codes.Take(Math.Min(part, mostCodes)).ToList();
            batch.Codes.RemoveRange(0, codes.Count);
            batch.Pieces -= part;
            pieces -= part;
            mostCodes = codes.Count == 0 ? 0 : mostCodes - codes.Count;
            taken.Add((batch, part, codes));
        }

        held.GetValueOrDefault(where)?.RemoveAll(one => one.Pieces == 0);
        return taken;
    }

    /// <summary>Twenty digits; none of the platform's begins with nothing but zeros.</summary>
    private string New(Goods item) =>
        string.Create(CultureInfo.InvariantCulture, $"000000{item.Index % 10_000:0000}{++made:0000000000}");

    private static DateOnly LastDay(string printed)
    {
        var isMonth = printed.Length == "yyyy-MM".Length;
        var day = DateOnly.ParseExact(isMonth ? printed + "-01" : printed, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return isMonth ? day.AddMonths(1).AddDays(-1) : day;
    }

    /// <summary>A batch in a place.</summary>
    private sealed class Held(string batchNo, DateOnly lastDay)
    {
        public string BatchNo => batchNo;

        public DateOnly LastDay => lastDay;

        public int Pieces { get; set; }

        public List<string> Codes { get; } = [];

        public bool IsBefore(Held other) => lastDay != other.LastDay
            ? lastDay < other.LastDay
            : string.CompareOrdinal(batchNo, other.BatchNo) < 0;
    }
}
