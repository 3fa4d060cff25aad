namespace Analytics.Ledger.Posting;

/// <summary>What receipts and payments share: amounts by account on the side of the money, items and a rest on the
/// other.</summary>
internal static class MoneySettling
{
    /// <summary>Books an amount between an account of the money and one that it settles.</summary>
    public delegate void Booking(PostingDesk desk, string money, string settled, long amount);

    /// <summary>Takes what the document settles off its items.</summary>
    /// <param name="desk">Of the document.</param>
    /// <param name="side">1 where it settles debit items, −1 where credit items.</param>
    /// <param name="onAccount">Where the rest goes if the document does not say.</param>
    /// <param name="settles">The items and how much of each.</param>
    public static Refusal? Plan(
        PostingDesk desk, int side, string onAccount, IReadOnlyList<Settlement> settles)
    {
        var (document, head) = (desk.Document, desk.Head);
        var restAccount = document.RestAccount.Length > 0 ? document.RestAccount : onAccount;
        if (!Account.IsByParty(restAccount))
        {
            return new Refusal(RefusalReason.UnknownAccount, 0, restAccount);
        }

        var (money, refusal) = Money(document);
        if (refusal is not null)
        {
            return refusal;
        }

        var items = new AllocationDesk(desk.State, desk.Draft, head.BusinessDate);
        var settled = 0L;
        for (var at = 0; at < settles.Count; at++)
        {
            var most = Math.Max(money - settled, 0);
            var (amount, refused) = Settle(
                items, settles[at], (side, head.SettlementPartyId, most), at + 1);
            if (refused is not null)
            {
                return refused;
            }

            settled += amount;
        }

        desk.Draft.Allocations = items;
        return settled <= money
            ? null
            : new Refusal(RefusalReason.Unbalanced, 0, $"{new Money(money)} < {new Money(settled)}");
    }

    /// <summary>Books the amounts against the accounts of what is settled, then against that of the rest.</summary>
    public static void Book(PostingDesk desk, Booking book, string onAccount)
    {
        var document = desk.Document;
        var targets = desk.Draft.Allocations!.Planned
            .GroupBy(settled => settled.Item.Row.Account)
            .Select(group => (Account: group.Key, Amount: group.Sum(settled => settled.Amount))).ToList();
        var rest = document.MoneyLines.Sum(line => line.Amount.Units) - targets.Sum(target => target.Amount);
        targets.Add((document.RestAccount.Length > 0 ? document.RestAccount : onAccount, rest));
        var at = 0;
        foreach (var line in document.MoneyLines)
        {
            var left = line.Amount.Units;
            while (left > 0)
            {
                var part = Math.Min(left, targets[at].Amount);
                book(desk, line.Account, targets[at].Account, part);
                left -= part;
                targets[at] = (targets[at].Account, targets[at].Amount - part);
                at += targets[at].Amount == 0 && at < targets.Count - 1 ? 1 : 0;
            }
        }
    }

    private static (long Total, Refusal? Refusal) Money(Document document)
    {
        var total = 0L;
        for (var at = 0; at < document.MoneyLines.Count; at++)
        {
            var line = document.MoneyLines[at];
            if (!Account.IsSettling(line.Account))
            {
                return (0, new Refusal(RefusalReason.UnknownAccount, at + 1, line.Account));
            }

            if (line.Amount.Units <= 0)
            {
                return (0, new Refusal(RefusalReason.AmountNotPositive, at + 1, line.Amount.ToString()));
            }

            total += line.Amount.Units;
        }

        return (total, null);
    }

    private static (long Amount, Refusal? Refusal) Settle(
        AllocationDesk items, Settlement settles, (int Side, long PartyId, long Most) wanted, int lineNo)
    {
        var (item, unknown) = items.Find(settles.Item, "", lineNo);
        if (unknown is not null)
        {
            return (0, unknown);
        }

        var wrong = item!.Row.PartyId != wanted.PartyId
            ? new Refusal(RefusalReason.AllocationAcross, lineNo, item.Name)
            : Math.Sign(item.Row.Amount) != wanted.Side
                ? new Refusal(RefusalReason.AllocationOneSided, lineNo, item.Name)
            : null;
        var amount = settles.Amount?.Units ?? Math.Min(item.Left, wanted.Most);
        wrong ??= items.Plan(item, amount, lineNo);
        return (wrong is null ? amount : 0, wrong);
    }
}
