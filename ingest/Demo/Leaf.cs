namespace Analytics.Ingest.Demo;

/// <summary>A category of the third level, with how its goods sell.</summary>
/// <param name="Index">Place in the list of leaves.</param>
/// <param name="Code">Category code, six digits.</param>
/// <param name="Makers">Which makers and suppliers carry it.</param>
/// <param name="Season">When it sells.</param>
/// <param name="Quantity">How many at once.</param>
internal sealed record Leaf(int Index, string Code, string Makers, Season Season, Quantity Quantity)
{
    /// <summary>Margin on the price without tax, as fractions.</summary>
    public required (double Low, double High) Margin { get; init; }

    /// <summary>VAT, per cent.</summary>
    public required int TaxPercent { get; init; }

    /// <summary>Share of the lines sold, relative to the other leaves.</summary>
    public required double Share { get; init; }

    /// <summary>Whether the root is medicine; stores differ in how much of it they sell.</summary>
    public bool IsMedicine => Code.StartsWith("01", StringComparison.Ordinal);

    /// <summary>Share of the lines that come back. Medicine once sold is not taken back (药品一经售出不退换).</summary>
    public double ReturnRate => IsMedicine ? 0 : 0.0325;

    public static IReadOnlyList<Leaf> Load()
    {
        var leaves = new List<Leaf>();
        foreach (var row in WordList.Rows("categories").Where(row => row[3].Length > 0))
        {
            leaves.Add(new Leaf(leaves.Count, row[0], row[8], Enum.Parse<Season>(row[3], true),
                Enum.Parse<Quantity>(row[9], true))
            {
                Margin = (WordList.Number(row[4]) / 100, WordList.Number(row[5]) / 100),
                TaxPercent = WordList.Whole(row[6]),
                Share = WordList.Number(row[7]),
            });
        }

        return leaves;
    }
}
