namespace Analytics.Ledger.Posting;

/// <summary>Goods that a customer is given: sold, as a gift or as a sample.</summary>
internal static class SaleGoods
{
    public static readonly string Gift = Snake.Case(LinePurpose.Gift);
    public static readonly string Sample = Snake.Case(LinePurpose.Sample);

    /// <summary>Takes a line's goods out of the depot: samples as an expense, all else to the customer or on the way to
    /// him.</summary>
    public static Refusal? Out(PostingDesk desk, LineDraft line, Location to)
    {
        if (Priced(line) is { } priced)
        {
            return priced;
        }

        var (parts, refusal) = desk.Picking.Out(line, Location.Customer, mayTakeLocked: false);
        if (refusal is null)
        {
            desk.Issue(line, to == Location.Customer && line.Row.Purpose == Sample ? Location.Sample : to, parts);
        }

        return refusal;
    }

    /// <summary>Takes all lines out.</summary>
    public static Refusal? Out(PostingDesk desk, Location to) =>
        desk.Lines.Select(line => Out(desk, line, to)).FirstOrDefault(refusal => refusal is not null);

    /// <summary>Why a gift states what it may not; null where it does not.</summary>
    public static Refusal? Priced(LineDraft line) => line.Row.Purpose == Gift ? Unpriced(line) : null;

    /// <summary>Why a line that has no amount states one.</summary>
    public static Refusal? Unpriced(LineDraft line) => line.Row.NetAmount + line.Row.TaxAmount != 0
        ? new Refusal(RefusalReason.AmountNotTaken, (int)line.Row.LineNo, line.Given.ItemCode)
        : null;

    /// <summary>Revenue and output tax against an account, cost of sales and of samples against inventory; turned where
    /// the lines are a return's.</summary>
    public static void Settle(PostingDesk desk, string settlement)
    {
        var booked = desk.Booked;
        var (net, tax) = (booked.Sum(line => line.NetAmount), booked.Sum(line => line.TaxAmount));
        if (desk.Tenders is { } tenders)
        {
            tenders.Book(desk, [(Account.Revenue, net), (Account.Tax, tax)]);
        }
        else
        {
            desk.Pay(settlement, Account.Revenue, net);
            desk.Pay(settlement, Account.Tax, tax);
        }

        foreach (var ofAccount in booked.GroupBy(line => Dispatches.AccountOf(line.Purpose)))
        {
            desk.Pay(ofAccount.Key, Account.Inventory, ofAccount.Sum(line => line.CostAmount));
        }

        DeemedSales.Settle(desk);
        Credit.Check(desk);
    }
}
