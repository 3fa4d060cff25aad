using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>借入转采购: goods of a <see cref="BorrowIn"/> that are kept, bought where they are.</summary>
/// <remarks>Moves nothing. What is owed for them otherwise, by their share of the value stated then, gives way to
/// payable or cash at the price; what they cost otherwise makes what came in worth so much more or less, so that what
/// was sold of it changes the cost of sales. No purchase price is learned from it.</remarks>
internal static class BorrowPurchase
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Party = PartyRole.Supplier,
        NeedsParty = true,
        Follows = [DocumentKind.BorrowIn],
        MustFollow = true,
        SharesWith = BorrowReturn.Kinds,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var row = line.Row with { IsCostExplicit = 0, CostAmount = 0 };
            desk.Book(row);
            if (Worth(desk, row) - BorrowReturn.Owed(desk, row, [.. desk.Lines.Select(one => one.Row)])
                is not 0 and var change)
            {
                ReceiptWorth.Raise(desk, line, change);
            }
        }

        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        var settlement = desk.Settlement(Account.Payable);
        foreach (var line in desk.Booked)
        {
            var (worth, carried) = (Worth(desk, line), line.CostAmount);
            var owed = BorrowReturn.Owed(desk, line, desk.Booked);
            desk.Pay(Account.OtherPayable, settlement, owed);
            desk.Pay(Account.Inventory, settlement, carried);
            desk.Pay(Account.CostOfSales, settlement, worth - owed - carried);
            desk.Pay(Account.Tax, settlement, line.NetAmount + line.TaxAmount - worth);
        }
    }

    private static long Worth(PostingDesk desk, DocumentLineRow line) =>
        line.NetAmount + (PurchaseReceipt.IsTaxCost(desk) ? line.TaxAmount : 0);
}
