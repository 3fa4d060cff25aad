using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>联营、受托代销销售: goods of a supplier's that we sold for him. We owe him what the lines state as their cost, and
/// its tax; what is left of the price is our commission.</summary>
/// <remarks>The goods never were ours: no stock moves. Cash or receivable against revenue and output tax; cost of sales
/// and input tax against what is owed to the owner. Lines that go back are returns.</remarks>
internal static class ConsignedSale
{
    private const long Cent = 100;

    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Owner | DocumentParts.Back, Move, Settle)
    {
        Party = PartyRole.Customer,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        if (desk.Document.OwnerCode.Length == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "owner_code");
        }

        foreach (var line in desk.Lines)
        {
            if (line.Row.IsCostExplicit == 0)
            {
                return new Refusal(RefusalReason.ValueMissing, (int)line.Row.LineNo, "cost_amount");
            }

            if ((SaleGoods.Priced(line) ?? Negative(line)) is { } refusal)
            {
                return refusal;
            }

            desk.Book(line.Given.IsBack ? LineHead.Negate(line.Row) : line.Row);
        }

        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        var lines = desk.Draft.Lines;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = desk.Lines[at];
            var cost = line.Given.IsBack ? -line.Row.CostAmount : line.Row.CostAmount;
            lines[at] = ManagementCosts.On(
                desk.State, line.Item, desk.Head.BusinessDate, lines[at] with { CostAmount = cost });
        }

        var owner = (Account.Payable, desk.State.Party(desk.Document.OwnerCode)!.PartyId);
        var settlement = desk.Settlement(Account.Receivable);
        var tax = lines.Sum(InputTax);
        var deducted = PurchaseReceipt.IsTaxCost(desk) ? 0 : tax;
        desk.Pay(settlement, Account.Revenue, lines.Sum(line => line.NetAmount));
        desk.Pay(settlement, Account.Tax, lines.Sum(line => line.TaxAmount));
        desk.Pay((Account.CostOfSales, None.Id), owner, lines.Sum(line => line.CostAmount) + tax - deducted);
        desk.Pay((Account.Tax, None.Id), owner, deducted);
    }

    private static long InputTax(Tables.DocumentLineRow line) =>
        Exact.MulDiv(line.CostAmount, line.TaxRate, Money.Scale * Cent) * Cent;

    private static Refusal? Negative(LineDraft line) => line.Row.CostAmount < 0
        ? new Refusal(RefusalReason.AmountNegative, (int)line.Row.LineNo, new Money(line.Row.CostAmount).ToString())
        : null;
}
