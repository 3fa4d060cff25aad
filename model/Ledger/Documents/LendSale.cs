using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>借转销: goods of a <see cref="LendOut"/> that the borrower keeps, sold to him where they are.</summary>
/// <remarks>Moves nothing: they left the depot when they were lent. Cash or receivable against revenue and output tax;
/// cost of sales against goods lent, at their share of what went out, and with it from then on
/// (<see cref="Lendings"/>). A lent line is sold and given back in parts, never beyond what was lent.</remarks>
internal static class LendSale
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Prices, Move, Settle)
    {
        Party = PartyRole.Customer,
        NeedsParty = true,
        Follows = [DocumentKind.LendOut],
        MustFollow = true,
        SharesWith = Lendings.Kinds,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            if ((SaleGoods.Priced(line) ?? desk.CannotTake(line) ?? Hand(desk, line)) is { } refusal)
            {
                return refusal;
            }

            desk.Plan(line with { Row = line.Row with { IsCostExplicit = 0, CostAmount = 0 } });
        }

        return null;
    }

    /// <summary>The packs scanned are the customer's from now on.</summary>
    private static Refusal? Hand(PostingDesk desk, LineDraft line) => desk.TraceCodes.Sold(line, [
        .. Lendings.Sent(desk.State, (line.Row.OriginalSeq, line.Row.OriginalLineNo))
            .Select(row => new StockPart(-row.Qty, row.BatchId, None.Id, new(row.Seq, row.LineNo))),
    ]);

    private static void Settle(PostingDesk desk)
    {
        Lendings.Release(desk);
        var settlement = desk.Settlement(Account.Receivable);
        desk.Pay(settlement, Account.Revenue, desk.Booked.Sum(line => line.NetAmount));
        desk.Pay(settlement, Account.Tax, desk.Booked.Sum(line => line.TaxAmount));
        foreach (var ofAccount in desk.Booked.GroupBy(line => Dispatches.AccountOf(line.Purpose)))
        {
            desk.Pay(ofAccount.Key, Account.GoodsDispatched, ofAccount.Sum(line => line.CostAmount));
        }

        Credit.Check(desk);
    }
}
