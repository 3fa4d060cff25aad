namespace Analytics.Fixtures;

/// <summary>A line of an order of a <see cref="GraspBook"/>, and the lines of bills that count and follow it.</summary>
public sealed record GraspOrderLine(string OrderNo, string Kind, DateTime At, string Store, string Party, string Item)
{
    public long LineNo { get; init; }

    public decimal Qty { get; init; }

    public decimal Net { get; init; }

    public decimal Tax { get; init; }

    /// <summary>Whether no more is to come.</summary>
    public bool IsOver { get; init; }

    public List<GraspLine> Followed { get; init; } = [];
}
