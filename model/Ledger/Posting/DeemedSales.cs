using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The output tax of goods given away (视同销售): an expense of sales.</summary>
/// <remarks>Booked when they are given, by what is known then: a cost that changes later does not change it. A return
/// takes back the part of its goods likewise, where it says how.</remarks>
internal static class DeemedSales
{
    private const long RateScale = 10_000;
    private const long Cent = 100;

    /// <summary>Why a line given away has nothing that its tax could be reckoned by; null where it has.</summary>
    public static Refusal? Unpriced(PostingDesk desk) =>
        desk.Document.DeemedSale != DeemedSale.ListPrice ? null
        : desk.Lines.FirstOrDefault(line => IsGiven(line.Row) && line.Row.ListAmount == 0) is { } line
            ? new Refusal(RefusalReason.NoPrice, (int)line.Row.LineNo, line.Given.ItemCode)
        : null;

    /// <summary>Books it, all lines being costed.</summary>
    public static void Settle(PostingDesk desk)
    {
        if (desk.Document.DeemedSale != DeemedSale.None && !PurchaseReceipt.IsTaxCost(desk))
        {
            desk.Pay(
                Account.SalesExpense, Account.Tax,
                desk.Booked.Where(IsGiven).Sum(line => Tax(line, desk.Document.DeemedSale)));
        }
    }

    private static long Tax(DocumentLineRow line, DeemedSale by)
    {
        var sign = Math.Sign(line.Qty);
        var tax = by == DeemedSale.ListPrice
            ? LineHead.Split(Math.Abs(line.ListAmount), line.TaxRate).Tax
            : Exact.MulDiv(Math.Max(sign * line.CostAmount, 0), 11 * line.TaxRate, 10 * RateScale * Cent) * Cent;
        return sign * tax;
    }

    private static bool IsGiven(DocumentLineRow line) =>
        line.Purpose == SaleGoods.Gift || line.Purpose == SaleGoods.Sample;
}
