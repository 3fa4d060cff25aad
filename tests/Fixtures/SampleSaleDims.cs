namespace Analytics.Fixtures;

/// <summary>What a <see cref="SampleSale"/> is counted under; the codes of each are methods of
/// <see cref="SampleStar"/>. </summary>
public sealed record SampleSaleDims(int Store, int Item, int Party, int Employee, int ShipTo);
