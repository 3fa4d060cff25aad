namespace Analytics.Star;

/// <summary>What the cells of a column are: string, DateOnly, long, decimal, bool.</summary>
public enum RowColumnType
{
    Text,
    Date,
    Whole,
    Figure,
    Flag,
}
