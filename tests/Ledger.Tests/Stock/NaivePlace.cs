namespace Analytics.Ledger.Tests.Stock;

/// <summary>An item in a depot, by batch and bin; empty where it has none.</summary>
internal sealed record NaivePlace(string Item, string Depot, string Batch, string Bin)
{
    /// <summary>The pool that costs it: of the company or the depot, and of the batch where costed so.</summary>
    public string Pool
    {
        get
        {
            var item = NaiveStock.Items[Item];
            return (item.IsCompanyWide ? "" : Depot) + Item + (item.Method == CostMethod.Batch ? Batch : "");
        }
    }
}
