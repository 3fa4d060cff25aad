namespace Analytics.Ingest.Demo;

/// <summary>What a location carries, and what its customers ask for.</summary>
internal sealed class Assortment
{
    private readonly IReadOnlyList<Leaf> leaves;
    private readonly double[] leafWeights;
    private readonly double[] itemShares;
    private readonly int[][] carried;
    private readonly Urn[] items;
    private readonly double[] today;
    private Urn leafUrn;

    /// <param name="goods">The catalogue, leaf by leaf, best sellers of a leaf first.</param>
    /// <param name="leaves">Its leaves.</param>
    /// <param name="coverage">The part of each leaf that the location carries; at least its first item.</param>
    /// <param name="medicine">How much more medicine than usual is asked for.</param>
    public Assortment(IReadOnlyList<Goods> goods, IReadOnlyList<Leaf> leaves, double coverage, double medicine)
    {
        this.leaves = leaves;
        leafWeights = [.. leaves.Select(leaf => leaf.Share * (leaf.IsMedicine ? medicine : 1))];
        today = new double[leaves.Count];
        itemShares = new double[goods.Count];
        carried = [.. goods.GroupBy(item => item.Leaf.Index)
            .Select(leaf => leaf.Take((int)Math.Ceiling(leaf.Count() * coverage)))
            .Select(leaf => leaf.Select(item => item.Index).ToArray())];
        items = [.. carried.Select(leaf => new Urn([.. leaf.Select(item => goods[item].Weight)]))];
        foreach (var leaf in carried)
        {
            var total = leaf.Sum(item => goods[item].Weight);
            foreach (var item in leaf)
            {
                itemShares[item] = goods[item].Weight / total;
            }
        }

        leafUrn = new Urn(leafWeights);
    }

    /// <summary>The items carried, in the catalogue's order.</summary>
    public IEnumerable<int> Items => carried.SelectMany(leaf => leaf);

    public bool Carries(int item) => itemShares[item] > 0;

    /// <summary>The part of its leaf's lines that an item has.</summary>
    public double ShareInLeaf(int item) => itemShares[item];

    /// <summary>Begins a day: what is asked for depends on the season.</summary>
    /// <param name="seasons">Factor of each <see cref="Season"/>.</param>
    public void Begin(ReadOnlySpan<double> seasons)
    {
        for (var leaf = 0; leaf < today.Length; leaf++)
        {
            today[leaf] = leafWeights[leaf] * seasons[(int)leaves[leaf].Season];
        }

        leafUrn = new Urn(today);
    }

    /// <summary>The part of the location's lines that each leaf has under the seasons given.</summary>
    public double[] LeafShares(ReadOnlySpan<double> seasons)
    {
        var shares = new double[leaves.Count];
        var total = 0.0;
        for (var leaf = 0; leaf < shares.Length; leaf++)
        {
            shares[leaf] = leafWeights[leaf] * seasons[(int)leaves[leaf].Season];
            total += shares[leaf];
        }

        for (var leaf = 0; leaf < shares.Length; leaf++)
        {
            shares[leaf] /= total;
        }

        return shares;
    }

    /// <summary>What the next customer asks for.</summary>
    public int Draw(Dice dice)
    {
        var leaf = leafUrn.Draw(dice);
        return carried[leaf][items[leaf].Draw(dice)];
    }
}
