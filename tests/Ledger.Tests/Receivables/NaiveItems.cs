namespace Analytics.Ledger.Tests.Receivables;

/// <summary>Open items a second way: lists and decimals, everything added up from the start each time it is asked.
/// </summary>
internal sealed class NaiveItems
{
    public List<Item> Items { get; private init; } = [];

    public List<Settled> Settlements { get; private init; } = [];

    public NaiveItems Copy() => new() { Items = [.. Items], Settlements = [.. Settlements] };

    public decimal Left(Item item, int day = int.MaxValue) => item.Amount - (Math.Sign(item.Amount) * Settlements
        .Where(row => (row.Debit == item || row.Credit == item) && row.Day <= day).Sum(row => row.Amount));

    /// <summary>Whether no item was ever, as of any day, settled below nothing or beyond its amount.</summary>
    public bool IsSound() => Items.TrueForAll(item => Settlements.Select(row => row.Day).Distinct().All(day =>
        Left(item, day) * Math.Sign(item.Amount) >= 0 && Math.Abs(Left(item, day)) <= Math.Abs(item.Amount)));

    public decimal Balance(string account, string party, int day = int.MaxValue) => Items
        .Where(item => item.Account == account && item.Party == party && item.Day <= day).Sum(item => item.Amount);

    public Item Add(
        string entry, (string Account, string Party) on, int day, decimal amount, (int Due, int Origin) dates)
    {
        var line = Items.Count(item => item.Entry == entry) + 1;
        var item = new Item(entry, line, on.Account, on.Party, day, dates.Due, dates.Origin, amount);
        Items.Add(item);
        return item;
    }

    /// <summary>False where the amount is not there to be settled on that day.</summary>
    public bool Settle(string entry, Item one, Item other, decimal amount, int day)
    {
        if ((one.Account, one.Party) != (other.Account, other.Party) || (one.Amount > 0) == (other.Amount > 0)
            || amount <= 0 || !Has(one, amount, day) || !Has(other, amount, day))
        {
            return false;
        }

        var (debit, credit) = one.Amount > 0 ? (one, other) : (other, one);
        Settlements.Add(new Settled(entry, debit, credit, day, amount, ""));
        return true;
    }

    /// <summary>The oldest due with the oldest due; false where nothing meets.</summary>
    public bool SettleInTurn(string entry, string account, string party, int day)
    {
        var before = Settlements.Count;
        var items = Items.Where(item => item.Account == account && item.Party == party && Free(item) <= day)
            .OrderBy(item => item.Due).ToList();
        foreach (var debit in items.Where(item => item.Amount > 0))
        {
            foreach (var credit in items.Where(item => item.Amount < 0))
            {
                _ = Settle(entry, debit, credit, Math.Min(Left(debit), -Left(credit)), day);
            }
        }

        return Settlements.Count > before;
    }

    /// <summary>Takes back what an entry settled; where it made the items too, these are gone with it, from the day on
    /// which they are free.</summary>
    public bool TakeBack(string entry, string of, int day, bool takesItems)
    {
        var rows = Settlements.Where(row => row.Entry == of).ToList();
        if (rows.Count == 0 || rows.Exists(row => row.Undoes.Length > 0 || row.Day > day)
            || Settlements.Exists(row => row.Undoes == of))
        {
            return false;
        }

        foreach (var row in rows)
        {
            Settlements.Add(row with { Entry = entry, Day = day, Amount = -row.Amount, Undoes = of });
        }

        foreach (var item in takesItems ? Items.Where(item => item.Entry == of).ToList() : [])
        {
            var own = Add(entry, (item.Account, item.Party), day, -item.Amount, (item.Due, item.Origin));
            if (Left(item) != item.Amount
                || !Settle("reversal " + entry, item, own, Math.Abs(item.Amount), Math.Max(day, Free(item))))
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(Item item, decimal amount, int day) => amount <= Math.Abs(Left(item)) && day >= Free(item);

    private int Free(Item item) => Settlements
        .Where(row => row.Undoes.Length > 0 && (row.Debit == item || row.Credit == item))
        .Select(row => row.Day).Append(item.Day).Max();

    /// <summary>An item; entry is kind and number of its document.</summary>
    internal sealed record Item(
        string Entry, int Line, string Account, string Party, int Day, int Due, int Origin, decimal Amount);

    /// <summary>A settlement of two items; undoes is the entry it takes back.</summary>
    internal sealed record Settled(string Entry, Item Debit, Item Credit, int Day, decimal Amount, string Undoes);
}
