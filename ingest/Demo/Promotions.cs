namespace Analytics.Ingest.Demo;

/// <summary>What is reduced: some items each week, a third of them for members always, more on members' days.</summary>
internal sealed class Promotions(Chain chain)
{
    private const double PromotedPart = 0.03;

    private readonly int[] percentOff = new int[chain.Goods.Count];
    private int week = -1;
    private int[] promoted = [];
    private Urn urn = new([1]);
    private bool isMembersDay;

    public void Begin(int day)
    {
        isMembersDay = chain.Life.Date(day).Day is 8 or 18 or 28;
        if (day / 7 != week)
        {
            week = day / 7;
            Choose(Dice.For(chain.Seed, 1000 + week));
        }
    }

    /// <summary>An item of this week's leaflet.</summary>
    public int Draw(Dice dice) => promoted[urn.Draw(dice)];

    public int PercentOff(int item, bool isMember)
    {
        var member = !isMember ? 0 : isMembersDay ? 10 : item % 3 == 0 ? 4 : 0;
        return Math.Max(percentOff[item], member);
    }

    private void Choose(Dice dice)
    {
        Array.Clear(percentOff);
        var count = Math.Max(2, (int)(chain.Goods.Count * PromotedPart));
        promoted = [.. Enumerable.Range(0, count).Select(_ => dice.Below(chain.Goods.Count)).Distinct()];
        urn = new Urn([.. promoted.Select(item => chain.Goods[item].Weight * chain.Goods[item].Leaf.Share)]);
        foreach (var item in promoted)
        {
            // Medicine stands little reduction; goods of thin margin less still.
            percentOff[item] = chain.Goods[item].Margin > 0.25 ? 5 * dice.Between(2, 4) : 5 * dice.Between(1, 2);
        }
    }
}
