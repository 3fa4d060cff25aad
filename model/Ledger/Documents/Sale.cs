using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>销售: goods handed to a customer, at what they cost now.</summary>
/// <remarks>Stock from the depot to the customer; cash or receivable against revenue and output tax; cost of sales
/// against inventory. A depot that may not go negative refuses to give what it does not have; expired and frozen goods
/// are not sold anywhere.</remarks>
internal static class Sale
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Tenders | DocumentParts.Prices, Move, Settle)
    {
        Party = PartyRole.Customer, Follows = [DocumentKind.SalesOrder],
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var (parts, refusal) = desk.Picking.Out(line, Location.Customer, mayTakeLocked: false);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Issue(line, Location.Customer, parts);
        }

        return null;
    }

    /// <summary>The money side of a sale, or, its lines being negative, of a return.</summary>
    public static void Settle(PostingDesk desk)
    {
        var booked = desk.Booked;
        var (net, tax) = (booked.Sum(line => line.NetAmount), booked.Sum(line => line.TaxAmount));
        if (desk.Tenders is { } tenders)
        {
            tenders.Book(desk, [(Account.Revenue, net), (Account.Tax, tax)]);
        }
        else
        {
            var settlement = desk.Settlement(Account.Receivable);
            desk.Pay(settlement, Account.Revenue, net);
            desk.Pay(settlement, Account.Tax, tax);
        }

        desk.Pay(Account.CostOfSales, Account.Inventory, booked.Sum(line => line.CostAmount));
    }
}
