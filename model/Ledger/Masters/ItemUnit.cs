namespace Analytics.Ledger;

/// <summary>A further unit of an item, such as 箱 or 片.</summary>
/// <param name="Unit">Its name; once an item.</param>
/// <param name="Factor">Base units in one, at most six decimals.</param>
public sealed record ItemUnit(string Unit, decimal Factor)
{
    public string Barcode { get; init; } = "";
}
