using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>商品类别: a tree of three levels.</summary>
internal static class CategoryPosting
{
    public static Outcome Post(CategoryMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Category, master.Code);
        desk.Texts(master.Name);
        var parentId = desk.Reference(MasterKinds.Category, master.ParentCode);
        if (parentId != None.Id)
        {
            var parent = state.Categories.Find(master.ParentCode)!;
            desk.Refuse(
                !state.Categories.Fits(desk.Known?.Id, parent), RefusalReason.CategoryTooDeep, master.Code);
        }

        return desk.Enter((id, version) => new CategoryRow
        {
            VersionId = version,
            CategoryId = id,
            CategoryCode = master.Code,
            CategoryName = master.Name,
            ParentId = parentId,
        });
    }
}
