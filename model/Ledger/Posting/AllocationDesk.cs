using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Where one submission makes and settles open items.</summary>
/// <remarks>Invariants: an item is never settled beyond its amount, as of any day; a pair is a debit and a credit item
/// of one account and party; nothing is settled before it is there. Nothing reaches the state before the Journal takes
/// the draft.</remarks>
internal sealed class AllocationDesk(State state, Draft draft, long businessDate)
{
    private readonly Dictionary<(long Seq, long LineNo), HeldItem> held = [];
    private readonly HashSet<HeldItem> made = [];
    private readonly HashSet<HeldItem> freed = [];
    private readonly List<(HeldItem Item, long Amount)> planned = [];
    private int itemCount;

    public long BusinessDate => businessDate;

    /// <summary>What was taken with <see cref="Plan"/> so far.</summary>
    public IReadOnlyList<(HeldItem Item, long Amount)> Planned => planned;

    /// <summary>Allocations so far, those that take one back included.</summary>
    public int AllocationCount { get; private set; }

    /// <summary>The items this submission made.</summary>
    public IEnumerable<HeldItem> Made => made;

    /// <summary>Looks an item up; <paramref name="account"/> where the reference does not say it, empty for any.
    /// </summary>
    public (HeldItem? Item, Refusal? Refusal) Find(OpenItemRef wanted, string account, int lineNo)
    {
        if (Texts.FirstInvalid(wanted.Kind, wanted.DocumentNo, wanted.Key, wanted.Account) is { } text)
        {
            return (null, new Refusal(RefusalReason.TextInvalid, lineNo, text));
        }

        var seq = wanted.Seq > 0 ? wanted.Seq
            : wanted.Key.Length > 0 ? state.FindDocument(wanted.Key)?.Seq ?? None.Id
            : state.FindNumber(wanted.Kind, wanted.DocumentNo)?.Seq ?? None.Id;
        var on = wanted.Account.Length > 0 ? wanted.Account : account;
        var found = seq <= 0 ? [] : state.OpenItemsOf(seq)
            .Where(item => on.Length == 0 || item.Row.Account == on)
            .Where(item => wanted.LineNo == 0 || item.Row.LineNo == wanted.LineNo).ToList();
        return found.Count switch
        {
            0 => (null, new Refusal(RefusalReason.UnknownOpenItem, lineNo, wanted.ToString())),
            1 => (Hold(found[0]), null),
            _ => (null, new Refusal(RefusalReason.AmbiguousOpenItem, lineNo, wanted.ToString())),
        };
    }

    /// <summary>An item as this submission has left it so far.</summary>
    public HeldItem Hold(HeldItem item)
    {
        var key = (item.Row.Seq, item.Row.LineNo);
        if (!held.TryGetValue(key, out var known))
        {
            held.Add(key, known = item);
        }

        return known;
    }

    /// <summary>Makes an item; its age counts from <paramref name="originDate"/>.</summary>
    public HeldItem Make((string Account, long PartyId) on, long amount, long dueDate, long originDate)
    {
        var row = new OpenItemRow
        {
            Seq = draft.Seq,
            LineNo = ++itemCount,
            Account = on.Account,
            PartyId = on.PartyId,
            BusinessDate = businessDate,
            DueDate = dueDate,
            OriginDate = originDate,
            Amount = amount,
        };
        draft.Other.Add(row);
        var item = Hold(new HeldItem(row, amount, None.Id, None.Id));
        made.Add(item);
        return item;
    }

    /// <summary>Takes an amount off an item, to be settled with one that is made later.</summary>
    public Refusal? Plan(HeldItem item, long amount, int lineNo)
    {
        if (Take(item, amount, lineNo) is { } refusal)
        {
            return refusal;
        }

        planned.Add((item, amount));
        return null;
    }

    /// <summary>Settles all that was planned with items made meanwhile, each with that of its account and party.
    /// </summary>
    public void SettlePlanned(string kind)
    {
        foreach (var (item, amount) in planned)
        {
            var own = made.First(candidate => IsPair(candidate, item));
            own.Remaining -= Math.Sign(own.Row.Amount) * amount;
            Add(kind, item, own, amount, (businessDate, None.Id));
        }

        planned.Clear();
    }

    /// <summary>Settles one item with another.</summary>
    public Refusal? Allocate(string kind, HeldItem one, HeldItem other, long amount, int lineNo)
    {
        if (one.Row.Account != other.Row.Account || one.Row.PartyId != other.Row.PartyId)
        {
            return new Refusal(RefusalReason.AllocationAcross, lineNo, $"{one.Name} ≠ {other.Name}");
        }

        if (one.IsDebit == other.IsDebit)
        {
            return new Refusal(RefusalReason.AllocationOneSided, lineNo, $"{one.Name}, {other.Name}");
        }

        if (Take(one, amount, lineNo) is { } refusal)
        {
            return refusal;
        }

        if (Take(other, amount, lineNo) is { } refused)
        {
            return refused;
        }

        Add(kind, one, other, amount, (businessDate, None.Id));
        return null;
    }

    /// <summary>Settles what a reversal made with what it reverses, on the first day on which both are free.</summary>
    public void AllocateReversed(HeldItem reversed, HeldItem own)
    {
        var amount = Math.Min(reversed.Left, own.Left);
        if (amount == 0)
        {
            return;
        }

        reversed.Remaining -= Math.Sign(reversed.Remaining) * amount;
        own.Remaining -= Math.Sign(own.Remaining) * amount;
        Add("reversal", reversed, own, amount, (Math.Max(reversed.FreeFrom, own.FreeFrom), None.Id));
    }

    /// <summary>Takes back an earlier allocation.</summary>
    public void TakeBack(AllocationRow row)
    {
        var debit = Item(row.DebitSeq, row.DebitLineNo);
        var credit = Item(row.CreditSeq, row.CreditLineNo);
        debit.Remaining += row.Amount;
        credit.Remaining -= row.Amount;
        foreach (var item in (HeldItem[])[debit, credit])
        {
            item.FreedOn = Math.Max(item.FreedOn, businessDate);
            freed.Add(item);
        }

        Add(row.AllocationKind, debit, credit, -row.Amount, (businessDate, row.Seq));
    }

    /// <summary>The items of an entry as they stand.</summary>
    public List<HeldItem> ItemsOf(long seq) => [.. state.OpenItemsOf(seq).Select(Hold)];

    /// <summary>Has the state follow, once all is settled.</summary>
    public void Close()
    {
        foreach (var item in held.Values)
        {
            var (row, remaining, freedOn) = (item.Row, item.Remaining, item.FreedOn);
            if (remaining != 0)
            {
                draft.StateRows.Add(tables => tables.PutOpenItem(row, remaining));
            }
            else if (!made.Contains(item))
            {
                draft.StateRows.Add(tables => tables.DropOpenItem(row));
            }

            if (freed.Contains(item))
            {
                draft.StateRows.Add(tables => tables.PutItemFreed(row.Seq, row.LineNo, freedOn));
            }
        }
    }

    private HeldItem Item(long seq, long lineNo) => held.TryGetValue((seq, lineNo), out var known)
        ? known
        : Hold(state.OpenItemsOf(seq).First(item => item.Row.LineNo == lineNo));

    private Refusal? Take(HeldItem item, long amount, int lineNo)
    {
        if (amount <= 0)
        {
            return new Refusal(RefusalReason.AmountNotPositive, lineNo, new Money(amount).ToString());
        }

        if (amount > item.Left)
        {
            return new Refusal(
                RefusalReason.AllocationExceedsItem, lineNo,
                $"{item.Name}: {new Money(item.Left)} < {new Money(amount)}");
        }

        if (businessDate < item.FreeFrom)
        {
            return new Refusal(
                RefusalReason.AllocationTooEarly, lineNo, $"{item.Name}: {Dates.Text(Dates.Date(item.FreeFrom))}");
        }

        item.Remaining -= Math.Sign(item.Row.Amount) * amount;
        return null;
    }

    private void Add(
        string kind, HeldItem one, HeldItem other, long amount, (long BusinessDate, long ReversesSeq) entry)
    {
        var (debit, credit) = one.IsDebit ? (one.Row, other.Row) : (other.Row, one.Row);
        draft.Other.Add(new AllocationRow
        {
            Seq = draft.Seq,
            LineNo = ++AllocationCount,
            AllocationKind = kind,
            Account = debit.Account,
            PartyId = debit.PartyId,
            DebitSeq = debit.Seq,
            DebitLineNo = debit.LineNo,
            CreditSeq = credit.Seq,
            CreditLineNo = credit.LineNo,
            BusinessDate = entry.BusinessDate,
            Amount = amount,
            ReversesSeq = entry.ReversesSeq,
        });
    }

    private static bool IsPair(HeldItem one, HeldItem other) =>
        one.Row.Account == other.Row.Account && one.Row.PartyId == other.Row.PartyId && one.IsDebit != other.IsDebit;
}
