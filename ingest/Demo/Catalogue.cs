using System.Globalization;

namespace Analytics.Ingest.Demo;

/// <summary>The goods of the company, made from products × brands × specifications.</summary>
internal sealed class Catalogue
{
    private sealed record Form(string Unit, string PackUnit, int PackFactor, string[] Specifications);

    private readonly Dice dice;
    private readonly Dictionary<string, Form> forms;
    private readonly ILookup<string, string[]> makers = WordList.Rows("makers").ToLookup(row => row[0]);
    private readonly Dictionary<string, int[]> suppliers;
    private readonly HashSet<(string, string)> taken = [];

    private Catalogue(Dice dice)
    {
        this.dice = dice;
        forms = WordList.Rows("forms").ToDictionary(
            row => row[0], row => new Form(row[1], row[2], WordList.Whole(row[3]), row[4].Split('|')));
        suppliers = WordList.Rows("suppliers").Select((row, n) => (Makers: row[0], n))
            .GroupBy(row => row.Makers, row => row.n)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary><paramref name="count"/> goods: every leaf gets its part, and at least two.</summary>
    public static IReadOnlyList<Goods> Make(IReadOnlyList<Leaf> leaves, int count, Dice dice)
    {
        var catalogue = new Catalogue(dice);
        var products = WordList.Rows("products").ToLookup(row => row[0]);
        var goods = new List<Goods>(count);
        var total = leaves.Sum(leaf => products[leaf.Code].Count());
        var (done, before) = (0, 0);
        foreach (var leaf in leaves)
        {
            var rows = products[leaf.Code].ToArray();
            done += rows.Length;
            // Two for each leaf, the rest by the number of its products; the running total ends at the count.
            var upTo = (2 * (leaf.Index + 1)) + (int)((long)(count - (2 * leaves.Count)) * done / total);
            for (var rank = 0; rank < upTo - before; rank++)
            {
                goods.Add(catalogue.One(goods.Count, leaf, rows[rank % rows.Length], rank));
            }

            before = upTo;
        }

        return goods;
    }

    private Goods One(int index, Leaf leaf, string[] product, int rank)
    {
        var form = forms[product[2]];
        var (brand, size) = Unused(leaf, product, form);
        var sizes = form.Specifications.Length;
        var (low, high) = (WordList.Number(product[3]), WordList.Number(product[4]));
        var price = low + ((high - low) * (size + dice.Fraction()) / sizes);
        var sources = suppliers[leaf.Makers];
        return new Goods(index, "P" + (index + 1).ToString("00000", CultureInfo.InvariantCulture), leaf,
            brand[1] + product[1], form.Specifications[size])
        {
            GenericName = product[1],
            Maker = brand[2],
            Unit = form.Unit,
            PackUnit = form.PackUnit,
            PackFactor = form.PackFactor,
            PriceCents = ShelfPrice(price),
            Margin = dice.Between(leaf.Margin.Low, leaf.Margin.High),
            Weight = dice.Between(0.6, 1.6) / (rank + 1.2),
            Supplier = sources[dice.Below(sources.Length)],
        };
    }

    /// <summary>A brand and a specification that this product has not been given yet.</summary>
    private (string[] Brand, int Size) Unused(Leaf leaf, string[] product, Form form)
    {
        var brands = makers[leaf.Makers].ToArray();
        var start = dice.Below(brands.Length * form.Specifications.Length);
        for (var n = 0; n < brands.Length * form.Specifications.Length; n++)
        {
            var at = (start + n) % (brands.Length * form.Specifications.Length);
            var (brand, size) = (brands[at % brands.Length], at / brands.Length);
            if (taken.Add((brand[1] + product[1], form.Specifications[size])))
            {
                return (brand, size);
            }
        }

        throw new InvalidOperationException($"product {product[1]} has too few brands and specifications");
    }

    /// <summary>Prices as they stand on shelves: 12.80, 9.50, 128.00; in cents.</summary>
    internal static int ShelfPrice(double price)
    {
        if (price < 10)
        {
            return Math.Max(10, (int)(price * 10) * 10);
        }

        var whole = (int)price;
        var ending = whole >= 100 ? 0 : ((int)((price - whole) * 4)) switch { 0 => 0, 1 => 50, 2 => 80, _ => 90 };
        return (whole * 100) + ending;
    }
}
