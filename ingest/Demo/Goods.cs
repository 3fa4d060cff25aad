namespace Analytics.Ingest.Demo;

/// <summary>An item the company trades in.</summary>
/// <param name="Index">Place in the catalogue.</param>
/// <param name="Code">Item code.</param>
/// <param name="Leaf">Its category.</param>
/// <param name="Name">Brand and product.</param>
/// <param name="Specification">Such as 0.25g*24片.</param>
internal sealed record Goods(int Index, string Code, Leaf Leaf, string Name, string Specification)
{
    /// <summary>The product without its brand.</summary>
    public required string GenericName { get; init; }

    public required string Maker { get; init; }

    public required string Unit { get; init; }

    public required string PackUnit { get; init; }

    public required int PackFactor { get; init; }

    /// <summary>Shelf price with tax at the beginning, in cents.</summary>
    public required int PriceCents { get; init; }

    /// <summary>Margin on the price without tax, as a fraction.</summary>
    public required double Margin { get; init; }

    /// <summary>How much it sells, relative to the other goods of its leaf: a few sell a lot, many little.</summary>
    public required double Weight { get; init; }

    /// <summary>Who delivers it: place in the list of suppliers.</summary>
    public required int Supplier { get; init; }
}
