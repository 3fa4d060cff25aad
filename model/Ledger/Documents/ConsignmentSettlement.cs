using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>代销结算单、专柜销售: what another company's counter reports sold of our goods, out of the depot that the counter
/// is; it keeps its commission (扣点).</summary>
/// <remarks>As a <see cref="Sale"/>; and an expense of sales and the tax in it against the receivable. Goods come to
/// the counter's depot by transfer and stay ours until this.</remarks>
internal static class ConsignmentSettlement
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Commission, Move, Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        if (desk.Depot.StoreKind != Snake.Case(StoreKind.Counter))
        {
            return new Refusal(RefusalReason.NotACounter, 0, desk.Depot.StoreCode);
        }

        var sold = desk.Lines.Sum(line => line.Row.NetAmount + line.Row.TaxAmount);
        var commission = desk.Document.CommissionAmount;
        return commission.Units > sold
            ? new Refusal(RefusalReason.Unbalanced, 0, $"{new Money(sold)} < {commission}")
            : SaleGoods.Out(desk, Location.Customer);
    }

    private static void Settle(PostingDesk desk)
    {
        Sale.Settle(desk);
        var settlement = desk.Settlement(Account.Receivable);
        var (amount, tax) = (desk.Document.CommissionAmount.Units, desk.Document.CommissionTax.Units);
        var deducted = PurchaseReceipt.IsTaxCost(desk) ? 0 : tax;
        desk.Pay(Account.SalesExpense, settlement, amount - deducted);
        desk.Pay(Account.Tax, settlement, deducted);
    }
}
