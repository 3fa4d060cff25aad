using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>门店, 仓库.</summary>
internal static class StorePosting
{
    public static Outcome Post(StoreMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Store, master.Code);
        desk.Texts(master.Name, master.Region);
        var fields = desk.Fields(FieldOwner.Store, master.Fields);
        var (opened, closed) = desk.Days(master.OpenedOn, master.ClosedOn);
        var row = new StoreRow
        {
            StoreCode = master.Code,
            StoreName = master.Name,
            StoreKind = Snake.Case(master.Kind),
            LegalEntityId = desk.Reference(MasterKinds.LegalEntity, master.LegalEntityCode),
            DepartmentId = desk.List(ListKind.Department, master.DepartmentCode),
            Region = master.Region,
            FloorArea = desk.Number(master.FloorArea, Money.Scale),
            OpenedOn = opened,
            ClosedOn = closed,
            MayGoNegative = MasterPosting.Flag(master.MayGoNegative),
            NeedsPickReason = MasterPosting.Flag(master.NeedsPickReason),
        };
        return desk.Enter(
            (id, version) => row with { VersionId = version, StoreId = id },
            version => MasterDesk.FieldRows(version, fields));
    }
}
