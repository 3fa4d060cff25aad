using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Where one write-off settles its items.</summary>
/// <remarks>The items fall by what is taken of them, through one new item on their account that they settle in full;
/// what is booked on the other side is settled likewise, or stays open with another party.</remarks>
internal sealed class WriteOffDesk
{
    private readonly WriteOff writeOff;
    private readonly WriteOffRule rule;
    private readonly DocumentRow head;
    private readonly Draft draft;
    private readonly AllocationDesk items;

    public WriteOffDesk(State state, WriteOff writeOff, WriteOffRule rule, DocumentRow head)
    {
        (this.writeOff, this.rule, this.head) = (writeOff, rule, head);
        draft = VoucherHead.Begin(head);
        items = new AllocationDesk(state, draft, head.BusinessDate);
    }

    /// <param name="to">The party that takes the items over.</param>
    public Refusal? Settle(PartyRow to) => rule.Form switch
    {
        WriteOffForm.Contra => Contra(),
        WriteOffForm.OtherAccount => OtherAccount(),
        WriteOffForm.SameAccount => SameAccount(),
        WriteOffForm.Transfer or WriteOffForm.Convert => Transfer(to),
    };

    public Draft Finish()
    {
        items.SettlePlanned(rule.Name);
        items.Close();
        return draft;
    }

    private Refusal? Contra()
    {
        var (taken, refusal) = Take(writeOff.Items, rule.Account, rule.Side);
        if (refusal is not null)
        {
            return refusal;
        }

        var total = Plan(taken);
        if (total.Refusal is null)
        {
            Own(rule.Account, -rule.Side * total.Amount);
            Pay(writeOff.ContraAccount.Length > 0 ? writeOff.ContraAccount : rule.Against, head.PartyId, total.Amount);
        }

        return total.Refusal;
    }

    private Refusal? OtherAccount()
    {
        var (taken, against, refusal) = Both();
        if (refusal is not null)
        {
            return refusal;
        }

        var total = Plan(taken);
        refusal = total.Refusal ?? Plan(against).Refusal;
        if (refusal is null)
        {
            Own(rule.Account, -rule.Side * total.Amount);
            Own(rule.Against, rule.Side * total.Amount);
            Pay(rule.Against, head.PartyId, total.Amount);
        }

        return refusal;
    }

    private Refusal? SameAccount()
    {
        var (taken, against, refusal) = Both();
        var (at, used) = (0, 0L);
        foreach (var (item, amount, lineNo) in taken)
        {
            for (var left = amount; refusal is null && left > 0;)
            {
                var part = Math.Min(left, against[at].Amount - used);
                refusal = items.Allocate(rule.Name, item, against[at].Item, part, lineNo);
                (left, used) = (left - part, used + part);
                if (used == against[at].Amount)
                {
                    (at, used) = (at + 1, 0);
                }
            }
        }

        return refusal;
    }

    private Refusal? Transfer(PartyRow to)
    {
        var (taken, refusal) = Take(writeOff.Items, rule.Account, rule.Side);
        if (refusal is not null)
        {
            return refusal;
        }

        var total = Plan(taken);
        if (total.Refusal is not null)
        {
            return total.Refusal;
        }

        Own(rule.Account, -rule.Side * total.Amount);
        Pay(rule.Against, to.PartyId, total.Amount);
        if (!writeOff.KeepsOriginDate)
        {
            var isOnTerms = rule.Against != Account.AdvanceReceived;
            var dueDate = isOnTerms ? Terms.DueDate(to, head.BusinessDate) : head.BusinessDate;
            items.Make((rule.Against, to.PartyId), rule.Side * total.Amount, dueDate, head.BusinessDate);
            return null;
        }

        foreach (var (item, amount, _) in taken)
        {
            items.Make((rule.Against, to.PartyId), rule.Side * amount, item.Row.DueDate, item.Row.OriginDate);
        }

        return null;
    }

    /// <summary>Both sides, which must be of one total.</summary>
    private (List<Taken> Items, List<Taken> Against, Refusal? Refusal) Both()
    {
        var (taken, refusal) = Take(writeOff.Items, rule.Account, rule.Side);
        if (refusal is not null)
        {
            return ([], [], refusal);
        }

        var (against, refused) = Take(writeOff.Against, rule.Against, -rule.Side);
        var (one, other) = (taken.Sum(item => item.Amount), against.Sum(item => item.Amount));
        refused ??= one == other
            ? null
            : new Refusal(RefusalReason.Unbalanced, 0, $"{new Money(one)} ≠ {new Money(other)}");
        return refused is null ? (taken, against, null) : ([], [], refused);
    }

    /// <summary>Looks items up: they must stand on the account and side that the kind takes, for the party.</summary>
    private (List<Taken> Items, Refusal? Refusal) Take(
        IReadOnlyList<Settlement> settlements, string account, int side)
    {
        var taken = new List<Taken>(settlements.Count);
        for (var at = 0; at < settlements.Count; at++)
        {
            var (item, refusal) = items.Find(settlements[at].Item, account, at + 1);
            refusal ??= item!.Row.Account != account || item.Row.PartyId != head.PartyId
                ? new Refusal(RefusalReason.AllocationAcross, at + 1, item.Name)
                : Math.Sign(item.Row.Amount) != side
                    ? new Refusal(RefusalReason.AllocationOneSided, at + 1, item.Name)
                : null;
            var amount = settlements[at].Amount?.Units ?? item?.Left ?? 0;
            refusal ??= amount <= 0
                ? new Refusal(RefusalReason.AmountNotPositive, at + 1, new Money(amount).ToString())
                : null;
            if (refusal is not null)
            {
                return ([], refusal);
            }

            taken.Add(new Taken(item!, amount, at + 1));
        }

        return (taken, null);
    }

    private (long Amount, Refusal? Refusal) Plan(List<Taken> taken)
    {
        var total = 0L;
        foreach (var (item, amount, lineNo) in taken)
        {
            if (items.Plan(item, amount, lineNo) is { } refusal)
            {
                return (0, refusal);
            }

            total += amount;
        }

        return (total, null);
    }

    private void Own(string account, long amount) =>
        items.Make((account, head.PartyId), amount, head.BusinessDate, head.BusinessDate);

    /// <summary>Books the total: the items' account falls, the other one takes it.</summary>
    private void Pay(string against, long againstPartyId, long total)
    {
        var partyId = Account.IsByParty(against) ? againstPartyId : None.Id;
        MoneyRows.Add(draft, new MoneyMovementRow
        {
            DebitAccount = rule.Side > 0 ? against : rule.Account,
            CreditAccount = rule.Side > 0 ? rule.Account : against,
            StoreId = head.StoreId,
            DebitPartyId = rule.Side > 0 ? partyId : head.PartyId,
            CreditPartyId = rule.Side > 0 ? head.PartyId : partyId,
            BusinessDate = head.BusinessDate,
            Amount = total,
        });
    }

    /// <summary>An item, what is taken of it, and the line that says so.</summary>
    private readonly record struct Taken(HeldItem Item, long Amount, int LineNo);
}
