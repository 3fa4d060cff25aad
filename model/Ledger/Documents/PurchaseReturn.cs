using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>采购退货: goods that go back to the supplier; linked to the receipt's line they came with, or not.</summary>
/// <remarks>The goods go out at what the pool's method says, unless the source states their cost. Linked, the supplier
/// owes the receipt's price by its share unless the line states amounts; of a receipt still estimated, what is owed on
/// the estimate goes down instead. The difference between price and cost is cost of sales: the pool's other goods
/// keep their price, whatever these once cost. Expired and frozen goods may go back.</remarks>
internal static class PurchaseReturn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Party = PartyRole.Supplier, Follows = [DocumentKind.PurchaseReceipt], IsInward = true,
        SettlesItself = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var priced = line.Row.OriginalSeq > 0 ? Linked(desk, line) : line;
            var (parts, refusal) = desk.Picking.Out(priced, Location.Supplier, mayTakeLocked: true);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.GiveBack(priced, Location.Supplier, parts);
            Accruals.Take(desk, priced, priced.Row.Qty);
        }

        return Accruals.Settle(desk);
    }

    private static void Settle(PostingDesk desk)
    {
        var settlement = desk.Settlement(Account.Payable);
        var isTaxCost = PurchaseReceipt.IsTaxCost(desk);
        foreach (var line in desk.Booked)
        {
            var price = -line.NetAmount - (isTaxCost ? line.TaxAmount : 0);
            var accrued = Accruals.TakenBy(desk.Draft, line.LineNo);
            desk.Pay(Account.AccruedPayable, Account.Inventory, accrued.Amount);
            if (accrued.Qty < -line.Qty)
            {
                // What is no longer estimated goes back at the line's price, by its share.
                var (rest, all) = (-line.Qty - accrued.Qty, -line.Qty);
                desk.Pay(settlement, Account.Inventory, Exact.MulDiv(price, rest, all));
                desk.Pay(settlement, Account.Tax, isTaxCost ? 0 : Exact.MulDiv(-line.TaxAmount, rest, all));
                accrued = accrued with { Amount = accrued.Amount + Exact.MulDiv(price, rest, all) };
            }

            desk.Pay(Account.Inventory, Account.CostOfSales, accrued.Amount + line.CostAmount);
        }
    }

    /// <summary>The line of the receipt's batch, and at its price where it states none.</summary>
    private static LineDraft Linked(PostingDesk desk, LineDraft line)
    {
        var receipt = desk.State.DocumentLines(line.Row.OriginalSeq)
            .First(one => one.LineNo == line.Row.OriginalLineNo);
        var row = line.Row.NetAmount != 0 || line.Row.TaxAmount != 0
            ? line.Row
            : line.Row with
            {
                TaxRate = receipt.TaxRate,
                NetAmount = Share(desk, line, receipt, receipt.NetAmount),
                TaxAmount = Share(desk, line, receipt, receipt.TaxAmount),
            };
        return OfBatch(desk, line with { Row = row with { ListAmount = row.NetAmount + row.TaxAmount } });
    }

    /// <summary>Rounded up to here, not piece by piece: the last one takes the rest.</summary>
    private static long Share(PostingDesk desk, LineDraft line, DocumentLineRow receipt, long amount)
    {
        var before = desk.State.Followed(receipt.Seq, receipt.LineNo).GetValueOrDefault(desk.Head.Kind)
            + desk.Lines.TakeWhile(one => one.Row.LineNo < line.Row.LineNo)
                .Where(one => (one.Row.OriginalSeq, one.Row.OriginalLineNo) == (receipt.Seq, receipt.LineNo))
                .Sum(one => one.Row.Qty);
        return Exact.MulDiv(amount, before + line.Row.Qty, receipt.Qty) - Exact.MulDiv(amount, before, receipt.Qty);
    }

    private static LineDraft OfBatch(PostingDesk desk, LineDraft line)
    {
        if (line.Item.IsBatchTracked == 0 || line.Given.BatchNo.Length > 0)
        {
            return line;
        }

        var moved = desk.State.StockRows(line.Row.OriginalSeq)
            .First(row => row.DocumentLineNo == line.Row.OriginalLineNo && row.Qty > 0);
        return desk.State.Batches(line.Item.ItemId).FirstOrDefault(batch => batch.BatchId == moved.BatchId) is { } batch
            ? line with
            {
                Given = line.Given with
                {
                    BatchNo = batch.BatchNo,
                    LotNo = batch.LotNo,
                    PickReason = line.Given.PickReason.Length > 0 ? line.Given.PickReason : desk.Document.DocumentNo,
                },
            }
            : line;
    }
}
