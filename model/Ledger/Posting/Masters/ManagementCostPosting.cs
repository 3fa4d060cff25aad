using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>考核成本.</summary>
internal static class ManagementCostPosting
{
    private const long Scale = 1_000_000;

    public static Outcome Post(ManagementCostMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.ManagementCost, master.Code);
        desk.Refuse(
            (master.ItemCode.Length == 0) == (master.CategoryCode.Length == 0), RefusalReason.ValueMissing,
            "item_code, category_code");
        var (from, to) = desk.Days(master.ValidFrom, master.ValidTo);
        var row = new ManagementCostRow
        {
            ManagementCostCode = master.Code,
            ItemId = desk.Reference(MasterKinds.Item, master.ItemCode),
            CategoryId = desk.Reference(MasterKinds.Category, master.CategoryCode),
            ValidFrom = from,
            ValidTo = to,
            MarkupRate = desk.Number(master.MarkupRate, Scale, -1, 100),
            FixedCost = desk.Number(master.FixedCost, Scale, -1_000_000, 1_000_000),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, ManagementCostId = id });
    }
}
