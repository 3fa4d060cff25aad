using System.Globalization;
using static Analytics.Ledger.Tests.Receivables.Owing;

namespace Analytics.Ledger.Tests.Receivables;

/// <summary>Makes submissions at random out of what a naive second book has open, sound and unsound ones, and says what
/// that book makes of each.</summary>
internal sealed class RandomOwing(Random random)
{
    private static readonly DateOnly Start = new(2026, 1, 5);

    private static readonly string[] Parties = [TestBook.Customer, OtherCustomer, Both, TestBook.Supplier];

    private readonly List<(string Kind, string No)> settling = [];
    private int count;

    public NaiveItems Naive { get; private set; } = new();

    /// <summary>What settled something so far, kind and number.</summary>
    public IReadOnlyList<(string Kind, string No)> Settling => settling;

    /// <summary>The next submission and whether it is to be posted; the naive book has followed.</summary>
    public (Submission Submission, bool IsSound) Next()
    {
        var number = $"N{++count}";
        var trial = Naive.Copy();
        var (submission, isSound) = random.Next(11) switch
        {
            0 or 1 => Sale(trial, number),
            2 => Purchase(trial, number),
            3 => Return(trial, number),
            4 or 5 => Money(trial, number),
            6 => Allocation(trial, number),
            7 => Automatic(trial, number),
            8 => Reversal(trial, number),
            _ => WriteOff(trial, number),
        };
        if (isSound)
        {
            Naive = trial;
        }

        return (submission, isSound);
    }

    /// <summary>Takes back what an entry settled, on the last day; null where that is not to be had.</summary>
    public Submission? TakeBack((string Kind, string No) entry, int day)
    {
        var trial = Naive.Copy();
        var number = $"N{++count}";
        if (!trial.TakeBack($"allocation_reversal {number}", Name(entry), day, entry.Kind == "write_off"))
        {
            return null;
        }

        Naive = trial;
        return new AllocationReversal(number, On(day)) { OfKind = entry.Kind, OfNo = entry.No };
    }

    public static DateOnly On(int day) => Start.AddDays(day);

    private (Submission Submission, bool IsSound) Sale(NaiveItems trial, string number)
    {
        var (party, day, amount) = (Parties[random.Next(3)], Day(), Amount());
        var due = day + random.Next(20);
        trial.Add($"sale {number}", (Account.Receivable, party), day, amount, (due, day));
        return (Sold(number, Text(day), amount, party) with { DueDate = On(due) }, true);
    }

    private (Submission Submission, bool IsSound) Purchase(NaiveItems trial, string number)
    {
        var (party, day, amount) = (Parties[2 + random.Next(2)], Day(), Amount());
        trial.Add($"purchase_receipt {number}", (Account.Payable, party), day, -amount, (day, day));
        return (Bought(number, Text(day), amount, party), true);
    }

    private (Submission Submission, bool IsSound) Return(NaiveItems trial, string number)
    {
        var (party, day, amount) = (Parties[random.Next(3)], Day(), Amount());
        trial.Add($"sale_return {number}", (Account.Receivable, party), day, -amount, (day, day));
        return (BroughtBack(number, Text(day), amount, party), true);
    }

    /// <summary>A receipt or payment that settles up to two items, the rest on the account or as an advance.</summary>
    private (Submission Submission, bool IsSound) Money(NaiveItems trial, string number)
    {
        var side = random.Next(2) == 0 ? 1 : -1;
        var (kind, rest) = side > 0
            ? ("money_receipt", random.Next(2) == 0 ? Account.Receivable : Account.AdvanceReceived)
            : ("money_payment", random.Next(2) == 0 ? Account.Payable : Account.AdvancePaid);
        var (party, day, amount) = (Parties[random.Next(4)], Day(), Amount());
        var settles = Pick(trial, item => item.Party == party && Math.Sign(item.Amount) == side, 2);
        var left = amount - settles.Sum(settle => settle.Amount);
        var changes = settles.Select(settle => (settle.Item.Account, settle.Amount))
            .Append((Account: rest, Amount: left))
            .GroupBy(change => change.Account).Select(group => (group.Key, Amount: group.Sum(change => change.Amount)));
        var entry = $"{kind} {number}";
        foreach (var (account, total) in changes.Where(change => change.Amount != 0).ToList())
        {
            trial.Add(entry, (account, party), day, -side * total, (day, day));
        }

        var isSound = left >= 0 && settles.TrueForAll(settle => trial.Settle(
            entry, settle.Item, Own(trial, entry, settle.Item), settle.Amount, day));
        Took(isSound && settles.Count > 0, kind, number);
        Settlement[] said = [.. settles.Select(settle => Part(Ref(settle.Item), settle.Amount))];
        var document = side > 0
            ? Received(number, Text(day), party, amount, said)
            : Paid(number, Text(day), party, amount, said);
        return (document with { RestAccount = rest }, isSound);
    }

    private (Submission Submission, bool IsSound) Allocation(NaiveItems trial, string number)
    {
        var day = Day() + random.Next(15);
        var credits = Pick(trial, item => item.Amount < 0, 3);
        var (pairs, isSound) = (new List<AllocationPair>(), credits.Count > 0);
        foreach (var (credit, amount) in credits)
        {
            // Now and then any debit at all, so that pairs across accounts and parties are tried.
            var isAny = random.Next(6) == 0;
            var debits = Pick(trial, item => item.Amount > 0
                && (isAny || (item.Account == credit.Account && item.Party == credit.Party)), 1);
            var debit = debits.Count > 0 ? debits[0].Item : credit;
            var part = Math.Min(amount, debits.Count > 0 ? debits[0].Amount : amount);
            pairs.Add(Pair(Ref(debit), Ref(credit), part));
            isSound = isSound && trial.Settle($"allocation {number}", debit, credit, part, day);
        }

        Took(isSound, "allocation", number);
        return (Settle(number, Text(day), [.. pairs]), isSound);
    }

    private (Submission Submission, bool IsSound) Automatic(NaiveItems trial, string number)
    {
        var (party, day) = (Parties[random.Next(4)], Day() + random.Next(15));
        var account = random.Next(2) == 0 ? Account.Receivable : Account.Payable;
        var isSound = trial.SettleInTurn($"allocation {number}", account, party, day);
        Took(isSound, "allocation", number);
        return (Auto(number, Text(day), party, account), isSound);
    }

    private (Submission Submission, bool IsSound) Reversal(NaiveItems trial, string number)
    {
        var of = settling.Count == 0 ? ("allocation", "none") : settling[random.Next(settling.Count)];
        var day = Day() + random.Next(20);
        var isSound = trial.TakeBack($"allocation_reversal {number}", Name(of), day, of.Item1 == "write_off");
        return (Owing.TakeBack(number, Text(day), of.Item1, of.Item2), isSound);
    }

    private (Submission Submission, bool IsSound) WriteOff(NaiveItems trial, string number)
    {
        var kind = (WriteOffKind)random.Next(18);
        var (account, side, against) = Rule(kind);
        var (party, to, day) = (Parties[random.Next(4)], Parties[random.Next(4)], Day() + random.Next(15));
        var entry = $"write_off {number}";
        var items = Pick(trial, item => (item.Account, item.Party) == (account, party)
            && Math.Sign(item.Amount) == side, 2);
        var total = items.Sum(item => item.Amount);
        var other = Pick(trial, item => (item.Account, item.Party) == (against, party)
            && Math.Sign(item.Amount) == -side && Math.Abs(trial.Left(item)) >= total, 1)
            .ConvertAll(item => (item.Item, Amount: total));
        if (other.Count == 2 && count % 2 == 1)
        {
            // Two share the total; every other time each has all of it, and the sides differ.
            var half = Math.Round(total / 2, 4, MidpointRounding.AwayFromZero);
            other = [(other[0].Item, half), (other[1].Item, total - half)];
        }

        var keeps = random.Next(2) == 0;
        var off = Off(kind, number, Text(day), party, [.. items.Select(item => Part(Ref(item.Item), item.Amount))]) with
        {
            Against = against.Length > 0 ? [.. other.Select(item => Part(Ref(item.Item), item.Amount))] : [],
            ToPartyCode = IsTransfer(kind) ? to : "",
            KeepsOriginDate = keeps,
        };
        var isSound = items.Count > 0 && (against.Length == 0 || IsInBalance(total, other))
            && (!IsTransfer(kind) || (party != to && HasRole(to, account)));
        isSound = isSound && (against == account
            ? SettlesInTurn(trial, (entry, day), items, other)
            : Books(trial, (entry, day), (account, party), items)
                && (against.Length == 0 || Books(trial, (entry, day), (against, party), other)));
        if (isSound && (IsTransfer(kind) || Into(kind).Length > 0))
        {
            var fresh = (items[0].Item with { Due = day, Origin = day }, total);
            var on = IsTransfer(kind) ? (account, to) : (Into(kind), party);
            Hand(trial, (entry, day), on, keeps ? items : [fresh]);
        }

        Took(isSound, "write_off", number);
        return (off, isSound);
    }

    private static bool IsInBalance(decimal total, List<(NaiveItems.Item Item, decimal Amount)> other) =>
        other.Sum(item => item.Amount) == total && other.TrueForAll(item => item.Amount > 0);

    /// <summary>Items of one side with those of the other, both in the order named; the sides are of one total.
    /// </summary>
    private static bool SettlesInTurn(
        NaiveItems trial, (string Name, int Day) entry,
        List<(NaiveItems.Item Item, decimal Amount)> items, List<(NaiveItems.Item Item, decimal Amount)> other)
    {
        var against = new Queue<(NaiveItems.Item Item, decimal Amount)>(other);
        var (at, has) = against.Dequeue();
        foreach (var (item, amount) in items)
        {
            for (var left = amount; left > 0;)
            {
                var part = Math.Min(left, has);
                if (!trial.Settle(entry.Name, item, at, part, entry.Day))
                {
                    return false;
                }

                (left, has) = (left - part, has - part);
                if (has == 0 && against.Count > 0)
                {
                    (at, has) = against.Dequeue();
                }
            }
        }

        return true;
    }

    /// <summary>A new item that the given ones settle in full.</summary>
    private static bool Books(
        NaiveItems trial, (string Name, int Day) entry, (string Account, string Party) on,
        List<(NaiveItems.Item Item, decimal Amount)> items)
    {
        var total = items.Sum(item => Math.Sign(item.Item.Amount) * item.Amount);
        var own = trial.Add(entry.Name, on, entry.Day, -total, (entry.Day, entry.Day));
        return items.TrueForAll(item => trial.Settle(entry.Name, item.Item, own, item.Amount, entry.Day));
    }

    /// <summary>New items of another party or account, with the dates of the given ones.</summary>
    private static void Hand(
        NaiveItems trial, (string Name, int Day) entry, (string Account, string Party) on,
        List<(NaiveItems.Item Item, decimal Amount)> items)
    {
        foreach (var (item, amount) in items)
        {
            trial.Add(entry.Name, on, entry.Day, Math.Sign(item.Amount) * amount, (item.Due, item.Origin));
        }
    }

    private static NaiveItems.Item Own(NaiveItems trial, string entry, NaiveItems.Item settled) =>
        trial.Items.Find(item => item.Entry == entry && item.Account == settled.Account) ?? settled;

    /// <summary>Some open items, each with all of it, a part, or now and then too much.</summary>
    private List<(NaiveItems.Item Item, decimal Amount)> Pick(
        NaiveItems trial, Func<NaiveItems.Item, bool> fits, int most)
    {
        var open = trial.Items.Where(item => trial.Left(item) != 0 && fits(item)).ToList();
        var picked = new List<(NaiveItems.Item Item, decimal Amount)>();
        for (var n = random.Next(most + 1) + (most == 1 ? 1 : 0); n > 0 && open.Count > 0; n--)
        {
            var item = open[random.Next(open.Count)];
            open.Remove(item);
            var left = Math.Abs(trial.Left(item));
            picked.Add((item, random.Next(12) switch
            {
                0 => left + 0.0001m,
                < 6 => left,
                _ => Math.Max(0.0001m, Math.Round(left * random.Next(1, 100) / 100, 4, MidpointRounding.AwayFromZero)),
            }));
        }

        return picked;
    }

    private static OpenItemRef Ref(NaiveItems.Item item)
    {
        var parts = item.Entry.Split(' ');
        return new OpenItemRef(parts[0], parts[1]) { Account = item.Account, LineNo = item.Line };
    }

    private static (string Account, int Side, string Against) Rule(WriteOffKind kind) => kind switch
    {
        WriteOffKind.ReceiptToReceivable or WriteOffKind.SalesDiscount or WriteOffKind.BadDebt
            or WriteOffKind.ReceivableTransfer => ("1122", 1, ""),
        WriteOffKind.PaymentToPayable or WriteOffKind.PurchaseDiscount or WriteOffKind.PayableTransfer =>
            ("2202", -1, ""),
        WriteOffKind.AdvanceTransfer => ("2203", -1, ""),
        WriteOffKind.AdvanceToReceivable => ("1122", 1, "2203"),
        WriteOffKind.AdvanceToPayable => ("2202", -1, "1123"),
        WriteOffKind.ReceivableToPayable => ("1122", 1, "2202"),
        WriteOffKind.AdvanceToAdvance => ("2203", -1, "1123"),
        WriteOffKind.ReturnToSale => ("1122", 1, "1122"),
        WriteOffKind.ReturnToPurchase => ("2202", -1, "2202"),
        WriteOffKind.OtherToReceivable => ("1221", 1, ""),
        WriteOffKind.ReceivableToOther => ("1122", 1, ""),
        WriteOffKind.OtherToPayable => ("2241", -1, ""),
        WriteOffKind.PayableToOther => ("2202", -1, ""),
    };

    /// <summary>The account that a conversion moves items to; empty where it is none.</summary>
    private static string Into(WriteOffKind kind) => kind switch
    {
        WriteOffKind.OtherToReceivable => "1122",
        WriteOffKind.ReceivableToOther => "1221",
        WriteOffKind.OtherToPayable => "2202",
        WriteOffKind.PayableToOther => "2241",
        _ => "",
    };

    private static bool IsTransfer(WriteOffKind kind) => kind is WriteOffKind.ReceivableTransfer
        or WriteOffKind.PayableTransfer or WriteOffKind.AdvanceTransfer;

    private static bool HasRole(string party, string account) => account == Account.Payable
        ? party is Both or TestBook.Supplier
        : party is not TestBook.Supplier;

    private int Day() => random.Next(15);

    private decimal Amount() => random.Next(1, 5_000_000) / 10_000m;

    private static string Text(int day) => On(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Took(bool isSound, string kind, string number)
    {
        if (isSound)
        {
            settling.Add((kind, number));
        }
    }

    private static string Name((string Kind, string No) entry) => $"{entry.Kind} {entry.No}";
}
