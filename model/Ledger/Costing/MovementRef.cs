namespace Analytics.Ledger.Costing;

/// <summary>Names a stock movement: its entry and its line in it.</summary>
internal readonly record struct MovementRef(long Seq, long LineNo)
{
    public static readonly MovementRef None = new(-1, -1);
}
