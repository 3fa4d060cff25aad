using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The management costs as they are now, found by item or category.</summary>
internal sealed class ManagementCostBook
{
    private readonly MasterSet<ManagementCostRow> rules = new(row => row.ManagementCostId);
    private ILookup<(long ItemId, long CategoryId), ManagementCostRow>? byScope;

    public bool IsEmpty => rules.All.Count == 0;

    public IReadOnlyCollection<ManagementCostRow> All => rules.All;

    public void Load(LedgerDb db)
    {
        rules.Load(db);
        byScope = null;
    }

    public void Take(object row)
    {
        rules.Take(row);
        byScope = row is ManagementCostRow ? null : byScope;
    }

    /// <summary>The one that holds for an item on a day: its own, else the nearest category's; of several the one that
    /// began last. Null where none does.</summary>
    public ManagementCostRow? Find(ItemRow item, IEnumerable<CategoryRow> categories, long day)
    {
        byScope ??= rules.All.Where(rule => rule.IsActive == 1).ToLookup(rule => (rule.ItemId, rule.CategoryId));
        return On(day, byScope[(item.ItemId, None.Id)])
            ?? categories.Select(category => On(day, byScope[(None.Id, category.CategoryId)]))
                .FirstOrDefault(rule => rule is not null);
    }

    private static ManagementCostRow? On(long day, IEnumerable<ManagementCostRow> rules) => rules
        .Where(rule => rule.ValidFrom <= day && (rule.ValidTo == None.Id || day <= rule.ValidTo))
        .MaxBy(rule => (rule.ValidFrom, rule.VersionId));
}
