namespace Analytics.Ingest.Demo;

/// <summary>What parties owe or are owed, by the day it came about, oldest first; in cents.</summary>
internal sealed class Debts
{
    private readonly Dictionary<string, (long Paid, long Owed, Queue<(int Day, long Cents)> Items)> parties = [];

    public void Add(string party, int day, long cents)
    {
        if (!parties.TryGetValue(party, out var debt))
        {
            debt.Items = new();
        }

        debt.Items.Enqueue((day, cents));
        debt.Owed += cents;
        parties[party] = debt;
    }

    /// <summary>What came about up to a day and is not paid; not below nothing.</summary>
    public long Due(string party, int upTo)
    {
        if (!parties.TryGetValue(party, out var debt))
        {
            return 0;
        }

        while (debt.Items.TryPeek(out var oldest) && oldest.Day <= upTo)
        {
            // What is due is a sum; single items are of no use any more.
            debt.Paid -= debt.Items.Dequeue().Cents;
        }

        parties[party] = debt;
        return Math.Max(0, -debt.Paid);
    }

    public void Pay(string party, long cents)
    {
        var debt = parties[party];
        parties[party] = debt with { Paid = debt.Paid + cents, Owed = debt.Owed - cents };
    }

    /// <summary>All that came about and is not paid.</summary>
    public long Owed(string party) => parties.TryGetValue(party, out var debt) ? debt.Owed : 0;
}
