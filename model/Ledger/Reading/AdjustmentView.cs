namespace Analytics.Ledger.Reading;

/// <summary>A later correction of a line's cost, signed as the line's own cost is.</summary>
public sealed record AdjustmentView(
    long Seq, DateTimeOffset RecordedAt, int LineNo, DateOnly BusinessDate, Money CostAmount);
