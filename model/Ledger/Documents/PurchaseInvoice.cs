using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>采购发票: an invoice of a supplier over receipts, whole or in part.</summary>
/// <remarks>Over a firm receipt it only matches: its rate, quantity and price are the receipt's. Over an estimated one
/// (暂估) it is what is owed: the estimate ends by its <see cref="EstimateMethod"/>, and what the goods cost otherwise
/// makes the receipt worth so much more or less, so that what was sold of it changes the cost of sales. A pool that no
/// longer carries the difference leaves it to the cost of sales too.</remarks>
internal static class PurchaseInvoice
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Invoice, Move, Settle)
        {
            Party = PartyRole.Supplier,
            NeedsParty = true,
            Follows = [DocumentKind.PurchaseReceipt],
            SettlesItself = true,
            Used = static (state, line) => line.Qty - Invoicing.Left(state, line, DocumentKind.PurchaseReturn),
        };

    private static Refusal? Move(PostingDesk desk)
    {
        if (Invoicing.Enter(desk) is { } taken)
        {
            return taken;
        }

        foreach (var line in desk.Lines)
        {
            var (received, refusal) = Invoicing.Over(desk, line);
            if (refusal is not null)
            {
                return refusal;
            }

            var isFirm = Accruals.Left(desk, (received!.Seq, received.LineNo)).Qty == 0;
            var (matched, wrong) = Invoicing.Match(line, received, Invoicing.Before(desk, received), isFirm);
            if (wrong is not null)
            {
                return wrong;
            }

            desk.Book(matched!.Row);
            Invoicing.Add(desk, matched, (received.Seq, received.LineNo), sign: 1);
            Revalue(desk, matched);
        }

        return Accruals.Settle(desk);
    }

    /// <summary>Makes the receipt worth what its invoice says.</summary>
    private static void Revalue(PostingDesk desk, LineDraft line)
    {
        var accrued = Accruals.Take(desk, line, line.Row.Qty);
        if (accrued.Qty > 0 && Worth(desk, line.Row) - accrued.Amount is not 0 and var change)
        {
            ReceiptWorth.Raise(desk, line, change);
        }
    }

    private static void Settle(PostingDesk desk)
    {
        var settlement = desk.Settlement(Account.Payable);
        var isReverse = desk.Document.Invoice!.Estimate == EstimateMethod.Reverse;
        foreach (var line in desk.Booked)
        {
            var accrued = Accruals.TakenBy(desk.Draft, line.LineNo);
            if (accrued.Qty == 0)
            {
                continue;
            }

            var (worth, carried) = (Worth(desk, line), line.CostAmount);
            desk.Pay(Account.AccruedPayable, isReverse ? Account.Inventory : settlement, accrued.Amount);
            desk.Pay(Account.Inventory, settlement, isReverse ? accrued.Amount + carried : carried);
            desk.Pay(Account.CostOfSales, settlement, worth - accrued.Amount - carried);
            desk.Pay(Account.Tax, settlement, line.NetAmount + line.TaxAmount - worth);
        }
    }

    private static long Worth(PostingDesk desk, DocumentLineRow line) =>
        line.NetAmount + (PurchaseReceipt.IsTaxCost(desk) ? line.TaxAmount : 0);
}
