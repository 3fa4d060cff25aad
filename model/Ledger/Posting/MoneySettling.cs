namespace Analytics.Ledger.Posting;

/// <summary>What receipts, payments and settlements share: amounts by account on one side, open items and a rest on the
/// other.</summary>
/// <param name="Side">1 where it settles debit items, −1 where credit items.</param>
/// <param name="Takes">The accounts its amounts may be on.</param>
/// <param name="OnAccount">Where the rest goes if the document does not say.</param>
internal sealed record MoneySettling(int Side, Func<string, bool> Takes, string OnAccount)
{
    /// <summary>Whether what is left over may only stand on accounts by party.</summary>
    public bool IsRestByParty { get; init; } = true;

    /// <summary>The items it settles, and how much of each; or why not. What the document says, where a kind does not
    /// know better.</summary>
    public Func<PostingDesk, (IReadOnlyList<Settlement> Settles, Refusal? Refusal)> Settles { get; init; } =
        static desk => (desk.Document.Settles, null);

    /// <summary>What else is to be noted once it is planned; or why it is not taken after all.</summary>
    public Func<PostingDesk, Refusal?> Then { get; init; } = static _ => null;

    /// <summary>The form of a kind of document that settles so.</summary>
    public DocumentForm Form(DocumentParts more = DocumentParts.None) =>
        new(DocumentParts.MoneyLines | DocumentParts.Settles | more, Plan, Book) { NeedsParty = true };

    /// <summary>Takes what the document settles off its items.</summary>
    private Refusal? Plan(PostingDesk desk)
    {
        var document = desk.Document;
        if (IsRestByParty ? !Account.IsByParty(Rest(desk)) : document.RestAccount.Length > 0)
        {
            return new Refusal(RefusalReason.UnknownAccount, 0, Rest(desk));
        }

        if (AccountLines.Take(desk, (account, _) => Takes(account)) is { } refusal)
        {
            return refusal;
        }

        var (settles, unsettled) = Settles(desk);
        if (unsettled is not null)
        {
            return unsettled;
        }

        return Take(desk, settles, AccountLines.Of(desk).Sum(line => line.Amount), account: "") ?? Then(desk);
    }

    /// <summary>Plans to settle items with an amount of the document; or why it cannot.</summary>
    /// <param name="desk">Of the document.</param>
    /// <param name="settles">The items, and how much of each; where it is not said, what there is.</param>
    /// <param name="money">Together no more than this.</param>
    /// <param name="account">The account they must be on; empty for any.</param>
    public Refusal? Take(PostingDesk desk, IReadOnlyList<Settlement> settles, long money, string account)
    {
        var items = new AllocationDesk(desk.State, desk.Draft, desk.Head.BusinessDate);
        var settled = 0L;
        for (var at = 0; at < settles.Count; at++)
        {
            var most = Math.Max(money - settled, 0);
            var (amount, refused) = Settle(desk, items, (settles[at], account, most), at + 1);
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
    private void Book(PostingDesk desk)
    {
        var targets = desk.Draft.Allocations!.Planned
            .GroupBy(settled => settled.Item.Row.Account)
            .Select(group => (Account: group.Key, Amount: group.Sum(settled => settled.Amount))).ToList();
        var lines = AccountLines.Of(desk).ToList();
        targets.Add((Rest(desk), lines.Sum(line => line.Amount) - targets.Sum(target => target.Amount)));
        var at = 0;
        foreach (var line in lines)
        {
            var left = line.Amount;
            while (left > 0)
            {
                var part = Math.Min(left, targets[at].Amount);
                var (own, target) = ((line.Account, line.PartyId), (targets[at].Account, desk.Head.SettlementPartyId));
                desk.Pay(Side > 0 ? own : target, Side > 0 ? target : own, part);
                left -= part;
                targets[at] = (targets[at].Account, targets[at].Amount - part);
                at += targets[at].Amount == 0 && at < targets.Count - 1 ? 1 : 0;
            }
        }
    }

    private string Rest(PostingDesk desk) =>
        desk.Document.RestAccount.Length > 0 ? desk.Document.RestAccount : OnAccount;

    private (long Amount, Refusal? Refusal) Settle(
        PostingDesk desk,
        AllocationDesk items,
        (Settlement Settles, string Account, long Most) wanted,
        int lineNo)
    {
        var (item, unknown) = items.Find(wanted.Settles.Item, wanted.Account, lineNo);
        if (unknown is not null)
        {
            return (0, unknown);
        }

        // What is booked on the item's own account would cancel out with what settles it.
        var on = (item!.Row.Account, item.Row.PartyId);
        var isOther = wanted.Account.Length > 0 && item.Row.Account != wanted.Account;
        var wrong = isOther || item.Row.PartyId != desk.Head.SettlementPartyId
            || AccountLines.Of(desk).Any(line => (line.Account, line.PartyId) == on)
            ? new Refusal(RefusalReason.AllocationAcross, lineNo, item.Name)
            : Math.Sign(item.Row.Amount) != Side
                ? new Refusal(RefusalReason.AllocationOneSided, lineNo, item.Name)
            : null;
        var amount = wanted.Settles.Amount?.Units ?? Math.Min(item.Left, wanted.Most);
        wrong ??= items.Plan(item, amount, lineNo);
        return (wrong is null ? amount : 0, wrong);
    }
}
