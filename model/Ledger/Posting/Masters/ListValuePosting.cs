using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>项目, 渠道, 部门, 原因.</summary>
internal static class ListValuePosting
{
    public static Outcome Post(ListValueMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.ListValue, MasterKinds.ListCode(master.List, master.Code));
        desk.Codes(master.Code);
        desk.Texts(master.Name);
        var parentId = desk.List(master.List, master.ParentCode);
        for (var above = parentId; above != None.Id; above = state.ListValues.Find(above)!.ParentId)
        {
            desk.Refuse(above == desk.Known?.Id, RefusalReason.OwnParent, master.Code);
            if (desk.Refusal is not null)
            {
                break;
            }
        }

        return desk.Enter((id, version) => new ListValueRow
        {
            VersionId = version,
            ListValueId = id,
            ListName = Snake.Case(master.List),
            ValueCode = master.Code,
            ValueName = master.Name,
            ParentId = parentId,
            IsActive = MasterPosting.Flag(master.IsActive),
        });
    }
}
