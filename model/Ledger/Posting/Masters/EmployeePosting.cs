using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>员工.</summary>
internal static class EmployeePosting
{
    public static Outcome Post(EmployeeMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Employee, master.Code);
        desk.Texts(master.Name, master.Post);
        var row = new EmployeeRow
        {
            EmployeeCode = master.Code,
            EmployeeName = master.Name,
            StoreId = desk.Reference(MasterKinds.Store, master.StoreCode),
            DepartmentId = desk.List(ListKind.Department, master.DepartmentCode),
            Post = master.Post,
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, EmployeeId = id });
    }
}
