namespace Analytics.Ledger.Prices;

/// <summary>What a promotion takes off a line; −1 and nothing where none does.</summary>
internal readonly record struct Cut(long PromotionId, long Off)
{
    public static readonly Cut None = new(-1, 0);
}
