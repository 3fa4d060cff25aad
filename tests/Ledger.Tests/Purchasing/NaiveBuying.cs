namespace Analytics.Ledger.Tests.Purchasing;

/// <summary>Counts what purchase documents leave, receipt by receipt, in plain numbers.</summary>
internal sealed class NaiveBuying
{
    private readonly Dictionary<string, Bought> receipts = [];
    private long sold;

    public long OnHand => receipts.Values.Sum(one => one.Qty - one.Returned) - sold;

    public long Invoiced => receipts.Values.Sum(one => one.Invoiced);

    /// <summary>What came on an estimate, less what went back of it while it was one, less what is invoiced.</summary>
    public long Estimated => receipts.Values.Where(one => one.IsEstimated)
        .Sum(one => one.Qty - one.Taken.Values.Sum());

    public string? Some(Random random) =>
        receipts.Count == 0 ? null : receipts.Keys.ElementAt(random.Next(receipts.Count));

    public bool IsEstimated(string receipt) =>
        receipts.TryGetValue(receipt, out var one) && one.IsEstimated && one.Qty > one.Taken.Values.Sum();

    public bool Allows(Document document) => document.Kind switch
    {
        DocumentKind.PurchaseReceipt or DocumentKind.Sale => true,
        _ when !receipts.ContainsKey(document.OriginalNo) => false,
        DocumentKind.LandedCost => Qty(document) <= receipts[document.OriginalNo].Qty,
        DocumentKind.PurchaseReturn => Qty(document)
            <= receipts[document.OriginalNo].Qty - receipts[document.OriginalNo].Returned,
        _ => Qty(document) <= receipts[document.OriginalNo].Qty - receipts[document.OriginalNo].Returned
            - receipts[document.OriginalNo].Invoiced,
    };

    public bool MayReverse(Document document) =>
        document.Kind != DocumentKind.PurchaseReceipt || receipts[document.DocumentNo].Followers == 0;

    public void Take(Document document, int sign)
    {
        var qty = Qty(document) * sign;
        switch (document.Kind)
        {
            case DocumentKind.PurchaseReceipt when sign > 0:
                receipts[document.DocumentNo] = new Bought { Qty = qty, IsEstimated = document.IsEstimated };
                break;
            case DocumentKind.PurchaseReceipt:
                receipts.Remove(document.DocumentNo);
                break;
            case DocumentKind.Sale:
                sold += qty;
                break;
            default:
                Follow(receipts[document.OriginalNo], document, qty, sign);
                break;
        }
    }

    private static void Follow(Bought receipt, Document document, long qty, int sign)
    {
        receipt.Followers += sign;
        if (document.Kind == DocumentKind.LandedCost)
        {
            return;
        }

        if (sign > 0)
        {
            var left = receipt.Qty - receipt.Taken.Values.Sum();
            receipt.Taken[document.DocumentNo] = receipt.IsEstimated ? Math.Min(left, qty) : 0;
        }
        else
        {
            receipt.Taken.Remove(document.DocumentNo);
        }

        if (document.Kind == DocumentKind.PurchaseReturn)
        {
            receipt.Returned += qty;
        }
        else
        {
            receipt.Invoiced += qty;
        }
    }

    private static long Qty(Document document) => (long)document.Lines[0].Quantity.ToDecimal();

    private sealed class Bought
    {
        public long Qty { get; init; }

        public bool IsEstimated { get; init; }

        public long Returned { get; set; }

        public long Invoiced { get; set; }

        public int Followers { get; set; }

        public Dictionary<string, long> Taken { get; } = [];
    }
}
