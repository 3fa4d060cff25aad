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

    private readonly MasterSet<CostClassRow> costClasses = new(row => row.CostClassId);
    private readonly MasterSet<LegalEntityRow> legalEntities = new(row => row.LegalEntityId);
    private readonly MasterSet<CustomFieldRow> customFields = new(row => row.CustomFieldId);
    private readonly Dictionary<FieldOwner, IReadOnlyDictionary<string, CustomFieldRow>> fieldsOf = [];
    private readonly ManagementCostBook managementCosts = new();

    public CategoryTree Categories { get; private set; } = new([]);

    public MasterSet<ListValueRow> ListValues { get; } = new(row => row.ListValueId);

    public MasterSet<PriceListRow> PriceLists { get; } = new(row => row.PriceListId);

    public MasterSet<ApprovalRuleRow> ApprovalRules { get; } = new(row => row.ApprovalRuleId);

    public ItemRow? Item(string code) => (ItemRow?)Find(MasterKinds.Item, code)?.Row;

    public StoreRow? Store(string code) => (StoreRow?)Find(MasterKinds.Store, code)?.Row;

    public PartyRow? Party(string code) => (PartyRow?)Find(MasterKinds.Party, code)?.Row;

    public EmployeeRow? Employee(string code) => (EmployeeRow?)Find(MasterKinds.Employee, code)?.Row;

    public BinRow? Bin(string depot, string area, string bin) =>
        (BinRow?)Find(MasterKinds.Bin, MasterKinds.BinCode(depot, area, bin))?.Row;

    public ListValueRow? ListValue(ListKind list, string code) =>
        (ListValueRow?)Find(MasterKinds.ListValue, MasterKinds.ListCode(list, code))?.Row;

    /// <summary>The limit of credit of a party, employee or department, by its code; null where there is none.
    /// </summary>
    public LimitRuleRow? CreditLimit(CreditScope scope, string code) =>
        (LimitRuleRow?)Find(MasterKinds.LimitRule, $"{LimitPosting.Credit}:{Snake.Case(scope)}:{code}")?.Row;

    /// <summary>The limit of stock of an item in a depot, by their codes; null where there is none.</summary>
    public LimitRuleRow? StockLimit(string item, string depot) =>
        (LimitRuleRow?)Find(MasterKinds.LimitRule, $"{LimitPosting.Stock}:{item}:{depot}")?.Row;

    // A master's id is the seq of its first version, which bears its code.

    public ItemRow ItemById(long id)
    {
        if (!itemCodes.TryGetValue(id, out var code))
        {
            itemCodes.Add(id, code = OtherRows<ItemRow>(id)[0].ItemCode);
        }

        return Item(code)!;
    }

    public StoreRow StoreById(long id) =>
        Store(OtherRows<StoreRow>(id)[0].StoreCode)!;

    public EmployeeRow EmployeeById(long id) =>
        Employee(OtherRows<EmployeeRow>(id)[0].EmployeeCode)!;

    public ListValueRow? ListValueById(long id) => ListValues.Find(id);

    public PartyRow PartyById(long id) =>
        Party(OtherRows<PartyRow>(id)[0].PartyCode)!;

    /// <summary>A bin by its code, depot/area/bin.</summary>
    public BinRow? Bin(string code) => (BinRow?)Find(MasterKinds.Bin, code)?.Row;

    /// <summary>A cost class by its id; the moving average in each depot where an item names none.</summary>
    public CostClassRow CostClass(long id) => costClasses.Find(id) ?? DefaultClass;

    /// <summary>A legal entity by its id; null where a store names none.</summary>
    public LegalEntityRow? LegalEntity(long id) => legalEntities.Find(id);

    /// <summary>The custom fields of what they stand on, by name.</summary>
    public IReadOnlyDictionary<string, CustomFieldRow> CustomFieldsOf(FieldOwner owner)
    {
        if (!fieldsOf.TryGetValue(owner, out var known))
        {
            known = customFields.All.Where(row => row.AppliesTo == Snake.Case(owner))
                .ToDictionary(row => row.FieldName, StringComparer.Ordinal);
            fieldsOf.Add(owner, known);
        }

        return known;
    }

    /// <summary>The current version of a master; null where there is none.</summary>
    public Draft.MasterVersion? Find(string kind, string code)
    {
        if (!masters.TryGetValue((kind, code), out var found))
        {
            found = tables.Master(kind, code) is { } known
                ? Version(kind, code, known.Id, known.VersionId)
                : null;
            masters.Add((kind, code), found);
        }

        return found;
    }

    /// <summary>Whether an item ever moved.</summary>
    public bool HasMoved(long itemId)
    {
        Write();
        return tables.HasMoved(itemId);
    }

    /// <summary>All prices of an item in a list, whenever they hold.</summary>
    public IReadOnlyList<PriceRow> Prices(long priceListId, long itemId)
    {
        Write();
        return tables.Prices(priceListId, itemId);
    }

    /// <summary>The price of an item in a list for a quantity of a unit on a day: of those that hold the one for the
    /// greatest least quantity, then the one that began last; null where none does.</summary>
    public PriceRow? Price(PriceRow wanted) => Prices(wanted.PriceListId, wanted.ItemId)
        .Where(price => price.Unit == wanted.Unit && price.MinQty <= wanted.MinQty
            && price.ValidFrom <= wanted.ValidFrom
            && (price.ValidTo == None.Id || wanted.ValidFrom <= price.ValidTo))
        .MaxBy(price => (price.MinQty, price.ValidFrom));

    /// <summary>The management cost that holds for an item on a day; null where none does.</summary>
    public ManagementCostRow? ManagementCost(ItemRow item, long businessDate) => managementCosts.IsEmpty
        ? null
        : managementCosts.Find(item, Categories.Above(item.CategoryId), businessDate);

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

    /// <summary>A version of a management cost; null for none.</summary>
    public ManagementCostRow? ManagementCostVersion(long versionId) => versionId == None.Id
        ? null
        : managementCosts.All.FirstOrDefault(row => row.VersionId == versionId)
            ?? Rows<ManagementCostRow>(row => row.VersionId == versionId)[0];

    private void LoadSmallMasters()
    {
        Categories = new CategoryTree([.. db.GetTable<CategoryRow>().OrderBy(row => row.VersionId)]);
        costClasses.Load(db);
        legalEntities.Load(db);
        customFields.Load(db);
        fieldsOf.Clear();
        managementCosts.Load(db);
        ListValues.Load(db);
        PriceLists.Load(db);
        ApprovalRules.Load(db);
        LoadRetail();
    }

    private void TakeSmallMaster(object row)
    {
        if (row is CategoryRow category)
        {
            Categories = Categories.With(category);
        }

        costClasses.Take(row);
        legalEntities.Take(row);
        customFields.Take(row);
        fieldsOf.Clear();
        managementCosts.Take(row);
        ListValues.Take(row);
        PriceLists.Take(row);
        ApprovalRules.Take(row);
        TakeRetail(row);
    }

    private Draft.MasterVersion Version(string kind, string code, long id, long versionId)
    {
        var rows = MasterKinds.Tables[kind];
        var details = rows.Skip(1).SelectMany(table => table.Read(db, versionId - 1, versionId));
        return new Draft.MasterVersion(
            kind, code, id, versionId, rows[0].Read(db, versionId - 1, versionId)[0], [.. details]);
    }
}
