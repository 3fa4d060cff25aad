namespace Analytics.Fixtures;

/// <summary>A line of a <see cref="GraspBook"/> as a person would count it: a sale or a purchase is positive.</summary>
public sealed record GraspLine(string DocumentNo, string Kind, DateTime At, string Store, string Item)
{
    public long LineNo { get; init; }

    /// <summary>Empty where it is of none.</summary>
    public string Batch { get; init; } = "";

    public decimal Qty { get; init; }

    public decimal Net { get; init; }

    public decimal Tax { get; init; }

    public decimal Discount { get; init; }

    public decimal Cost { get; init; }
}
