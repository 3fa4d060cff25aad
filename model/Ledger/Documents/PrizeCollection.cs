using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>附件回收单: prize tokens (瓶盖、瓶标、兑奖卡、料箱) that a customer brings back, at what he is given for them, tax
/// included; and, line by line, goods he is given at once (<see cref="DocumentLine.IsBack"/>).</summary>
/// <remarks>Tokens into the depot, worth what was granted: inventory against cash, or against other payables to the
/// customer. Goods out of it: what they are reckoned at is taken off that, what they cost above it is an expense of
/// sales. No revenue and no tax: nothing is sold.</remarks>
internal static class PrizeCollection
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Back | DocumentParts.Prices, Move, Settle)
    {
        Party = PartyRole.Customer, NeedsParty = true, IsInward = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var tokens = desk.Lines.Where(line => !line.Given.IsBack).Sum(Worth);
        var goods = desk.Lines.Where(line => line.Given.IsBack).Sum(Worth);
        if (goods > tokens)
        {
            return new Refusal(RefusalReason.Unbalanced, 0, $"{new Money(tokens)} < {new Money(goods)}");
        }

        return desk.Lines
            .Select(line => line.Given.IsBack ? Give(desk, line) : Take(desk, line))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? Take(PostingDesk desk, LineDraft line)
    {
        var (parts, refusal) = desk.Intake.Of(line, Location.Prize);
        if (refusal is null)
        {
            desk.Receive(line with { Row = line.Row with { IsCostExplicit = 0 } }, Location.Prize, parts, Worth(line));
        }

        return refusal;
    }

    private static Refusal? Give(PostingDesk desk, LineDraft line)
    {
        var (parts, refusal) = desk.Picking.Out(line, (long)Location.Customer, mayTakeLocked: false);
        if (refusal is null)
        {
            desk.GiveBack(line, Location.Prize, parts);
        }

        return refusal;
    }

    private static long Worth(LineDraft line) => line.Row.NetAmount + line.Row.TaxAmount;

    private static void Settle(PostingDesk desk)
    {
        var (tokens, goods) = (desk.Booked.Where(line => line.Qty > 0), desk.Booked.Where(line => line.Qty < 0));
        var reckoned = -goods.Sum(line => line.NetAmount + line.TaxAmount);
        desk.Pay(Account.Inventory, Account.SalesExpense, reckoned);
        desk.Pay(
            Account.Inventory, desk.Settlement(Account.OtherPayable), tokens.Sum(line => line.CostAmount) - reckoned);
        desk.Pay(Account.SalesExpense, Account.Inventory, -goods.Sum(line => line.CostAmount));
    }
}
