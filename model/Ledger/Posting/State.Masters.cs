using System.Collections.Immutable;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;
using LinqToDB;

namespace Analytics.Ledger.Posting;

/// <summary>The masters as they are now.</summary>
internal sealed partial class State
{
    private static readonly CostClassRow DefaultClass = new()
    {
        VersionId = None.Id, CostClassId = None.Id, Method = "moving_average",
    };

    private ImmutableDictionary<long, CostClassRow> costClasses = ImmutableDictionary<long, CostClassRow>.Empty;

    private ImmutableDictionary<long, ManagementCostRow> managementCosts =
        ImmutableDictionary<long, ManagementCostRow>.Empty;

    public CategoryTree Categories { get; private set; } = new([]);

    public ItemRow? Item(string code) => Master(MasterKinds.Item, code, version =>
        db.GetTable<ItemRow>().First(row => row.VersionId == version));

    public StoreRow? Store(string code) => Master(MasterKinds.Store, code, version =>
        db.GetTable<StoreRow>().First(row => row.VersionId == version));

    public PartyRow? Party(string code) => Master(MasterKinds.Party, code, version =>
        db.GetTable<PartyRow>().First(row => row.VersionId == version));

    public EmployeeRow? Employee(string code) => Master(MasterKinds.Employee, code, version =>
        db.GetTable<EmployeeRow>().First(row => row.VersionId == version));

    /// <summary>A cost class by its id; the moving average in each depot where an item names none.</summary>
    public CostClassRow CostClass(long id) => costClasses.GetValueOrDefault(id, DefaultClass);

    /// <summary>The management cost that holds for an item on a day; null where none does.</summary>
    public ManagementCostRow? ManagementCost(ItemRow item, long businessDate)
    {
        var rules = managementCosts.Values.Where(rule =>
            rule.IsActive == 1 && rule.ValidFrom <= businessDate
            && (rule.ValidTo == None.Id || businessDate <= rule.ValidTo)).ToList();
        return rules.Find(rule => rule.ItemId == item.ItemId)
            ?? Categories.Above(item.CategoryId)
                .Select(category => rules.Find(rule => rule.ItemId == None.Id && rule.CategoryId == category.CategoryId))
                .FirstOrDefault(rule => rule is not null);
    }

    /// <summary>The management cost a movement's line was reckoned by; null where by none.</summary>
    public ManagementCostRow? ManagementCostOf(CostEvent movement)
    {
        if (managementCosts.IsEmpty)
        {
            return null;
        }

        var line = DocumentLines(movement.Ref.Seq).First(row => row.LineNo == movement.Booking.LineNo);
        return ManagementCostVersion(line.ManagementCostId);
    }

    public ManagementCostRow? ManagementCostVersion(long versionId) => versionId == None.Id
        ? null
        : db.GetTable<ManagementCostRow>().First(row => row.VersionId == versionId);

    private void LoadSmallMasters()
    {
        Categories = new CategoryTree([.. db.GetTable<CategoryRow>().OrderBy(row => row.VersionId)]);
        costClasses = db.GetTable<CostClassRow>().OrderBy(row => row.VersionId).AsEnumerable()
            .GroupBy(row => row.CostClassId)
            .ToImmutableDictionary(versions => versions.Key, versions => versions.Last());
        managementCosts = db.GetTable<ManagementCostRow>().OrderBy(row => row.VersionId).AsEnumerable()
            .GroupBy(row => row.ManagementCostId)
            .ToImmutableDictionary(versions => versions.Key, versions => versions.Last());
    }

    private void TakeSmallMaster(object row)
    {
        switch (row)
        {
            case CategoryRow category:
                Categories = Categories.With(category);
                break;
            case CostClassRow costClass:
                costClasses = costClasses.SetItem(costClass.CostClassId, costClass);
                break;
            case ManagementCostRow cost:
                managementCosts = managementCosts.SetItem(cost.ManagementCostId, cost);
                break;
        }
    }

    private T? Master<T>(string kind, string code, Func<long, T> load)
        where T : class
    {
        if (!masters.TryGetValue((kind, code), out var row))
        {
            row = tables.Master(kind, code) is { } known ? load(known.VersionId) : null;
            masters.Add((kind, code), row);
        }

        return (T?)row;
    }
}
