using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>运费分摊: freight or another fee on received goods, spread over lines of receipts and part of what these cost.
/// </summary>
/// <remarks>Each line follows one of a receipt, for as much of it as the fee is for; the last one takes the rest. The
/// party is whom the fee is owed, unless it is paid at once. Inventory and input tax against payable or cash; of goods
/// that were sold it changes the cost of sales.</remarks>
internal static class LandedCost
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Spread, Move, Settle)
        {
            // A receipt may bear several fees: none uses up what another is spread over.
            Follows = [DocumentKind.PurchaseReceipt], Used = static (_, _) => 0, FollowsOthers = true,
        };

    private static Refusal? Move(PostingDesk desk)
    {
        if (Invalid(desk) is { } invalid)
        {
            return invalid;
        }

        var weights = new List<long>();
        foreach (var line in desk.Lines)
        {
            var refusal = line.Row.OriginalSeq <= 0
                ? new Refusal(RefusalReason.UnknownOriginal, (int)line.Row.LineNo, line.Given.ItemCode)
                : line.Row.NetAmount + line.Row.TaxAmount + line.Row.CostAmount != 0
                    ? new Refusal(RefusalReason.PartNotTaken, (int)line.Row.LineNo, $"{desk.Head.Kind}: net_amount")
                : null;
            if (refusal is not null)
            {
                return refusal;
            }

            weights.Add(Weight(desk, line));
        }

        var total = weights.Aggregate(0L, (sum, weight) => checked(sum + weight));
        if (total == 0)
        {
            return new Refusal(RefusalReason.NothingToSpread, 0, Snake.Case(desk.Document.Spread));
        }

        Spread(desk, weights, total);
        return null;
    }

    private static Refusal? Invalid(PostingDesk desk) =>
        desk.Document.Spread == SpreadBasis.None ? new Refusal(RefusalReason.ValueMissing, 0, "spread")
        : desk.Document.FeeAmount <= Money.Zero
            ? new Refusal(RefusalReason.AmountNotPositive, 0, desk.Document.FeeAmount.ToString())
        : desk.Document.Tender == Tender.Account && desk.Head.SettlementPartyId == None.Id
            ? new Refusal(RefusalReason.CodeMissing, 0, "party_code")
        : null;

    private static void Spread(PostingDesk desk, List<long> weights, long total)
    {
        var (fee, done, given) = (Fee(desk), 0L, 0L);
        for (var at = 0; at < weights.Count; at++)
        {
            done += weights[at];
            var upToHere = Exact.MulDiv(fee, done, total);
            var (line, share) = (desk.Lines[at], upToHere - given);
            desk.Book(line.Row with { NetAmount = share, ListAmount = share });
            if (share != 0)
            {
                ReceiptWorth.Raise(desk, line, share);
            }

            given = upToHere;
        }
    }

    private static long Weight(PostingDesk desk, LineDraft line)
    {
        var receipt = desk.State.DocumentLines(line.Row.OriginalSeq)
            .First(one => one.LineNo == line.Row.OriginalLineNo);
        return desk.Document.Spread switch
        {
            SpreadBasis.None => 0,
            SpreadBasis.Quantity => line.Row.Qty,
            SpreadBasis.Amount => Exact.MulDiv(receipt.NetAmount, line.Row.Qty, receipt.Qty),
            SpreadBasis.Weight => checked(line.Row.Qty * line.Item.Weight),
            SpreadBasis.Equally => 1,
        };
    }

    private static void Settle(PostingDesk desk)
    {
        var settlement = desk.Settlement(Account.Payable);
        var (fee, carried) = (Fee(desk), desk.Booked.Sum(line => line.CostAmount));
        desk.Pay(Account.Inventory, settlement, carried);
        desk.Pay(Account.CostOfSales, settlement, fee - carried);
        desk.Pay(
            Account.Tax, settlement,
            desk.Document.FeeAmount.Units + desk.Document.FeeTaxAmount.Units - fee);
    }

    /// <summary>What the goods bear: with the tax where that is not deducted.</summary>
    private static long Fee(PostingDesk desk) => desk.Document.FeeAmount.Units
        + (PurchaseReceipt.IsTaxCost(desk) ? desk.Document.FeeTaxAmount.Units : 0);
}
