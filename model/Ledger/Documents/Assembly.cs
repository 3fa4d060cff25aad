using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>组装: makes goods out of others, in one depot. The products are worth what the components cost and the fee,
/// by their shares, and follow when those cost otherwise.</summary>
/// <remarks>Components out of the depot and products into it; production costs against inventory, the fee against its
/// account. A component that costs otherwise because of what came in after it is not followed: that goes to the cost of
/// sales.</remarks>
internal static class Assembly
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        IsBothWays = true,
    };

    private static Refusal? Move(PostingDesk desk) =>
        desk.Lines.All(line => line.Given.MadeShare == 0) || desk.Lines.All(line => line.Given.MadeShare > 0)
            ? new Refusal(RefusalReason.AssemblyIncomplete, 0, desk.Document.DocumentNo)
            : Make(desk);

    /// <summary>Takes the components out and puts the products in.</summary>
    public static Refusal? Make(PostingDesk desk)
    {
        var of = desk.Lines.Sum(line => line.Given.MadeShare);
        var upTo = 0L;
        foreach (var line in desk.Lines)
        {
            var from = upTo;
            upTo += line.Given.MadeShare;
            var refusal = line.Given.MadeShare == 0
                ? Take(desk, line)
                : Put(desk, line, new OwnWorth(Part(desk, from, upTo, of), from, upTo, of));
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    public static void Settle(PostingDesk desk)
    {
        var components = desk.Booked.Where(line => line.Qty > 0).Sum(line => line.CostAmount);
        var products = -desk.Booked.Where(line => line.Qty < 0).Sum(line => line.CostAmount);
        var fee = desk.Document.FeeAmount.Units;
        desk.Pay(Account.ProductionCost, Account.Inventory, components);
        desk.Pay(Account.ProductionCost, desk.Document.ContraAccount, fee);
        desk.Pay(Account.Inventory, Account.ProductionCost, products);
        desk.Pay(Account.CostOfSales, Account.ProductionCost, components + fee - products);
    }

    /// <summary>The part of the fee: rounded up to here, the last product takes the rest.</summary>
    private static long Part(PostingDesk desk, long from, long to, long of)
    {
        var fee = desk.Document.FeeAmount.Units;
        return Exact.MulDiv(fee, to, of) - Exact.MulDiv(fee, from, of);
    }

    private static Refusal? Take(PostingDesk desk, LineDraft line)
    {
        var (parts, refusal) = desk.Picking.Out(line, Location.Assembly, mayTakeLocked: false);
        if (refusal is null)
        {
            desk.Issue(line, Location.Assembly, parts);
        }

        return refusal;
    }

    private static Refusal? Put(PostingDesk desk, LineDraft line, OwnWorth own)
    {
        if (line.Row.IsCostExplicit == 1)
        {
            return new Refusal(RefusalReason.AssemblyIncomplete, (int)line.Row.LineNo, line.Given.ItemCode);
        }

        var (parts, refusal) = desk.Intake.Of(line, Location.Assembly);
        if (refusal is null)
        {
            desk.Make(line, parts, own);
        }

        return refusal;
    }
}
