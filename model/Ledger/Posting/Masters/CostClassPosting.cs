using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>成本类别. Its method and pool are fixed: what was costed by them could not be verified by others.</summary>
internal static class CostClassPosting
{
    public static Outcome Post(CostClassMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.CostClass, master.Code);
        desk.Texts(master.Name);
        var method = CostMethods.Name(master.Method);
        var isCompanyWide = MasterPosting.Flag(master.IsCompanyWide);
        desk.Refuse(
            master.Method == CostMethod.PeriodAverage && !master.IsCompanyWide, RefusalReason.PoolNotCompanyWide,
            master.Code);
        var known = (CostClassRow?)desk.Known?.Row;
        desk.Refuse(
            known is not null && (known.Method != method || known.IsCompanyWide != isCompanyWide),
            RefusalReason.CostClassFixed, master.Code);
        return desk.Enter((id, version) => new CostClassRow
        {
            VersionId = version,
            CostClassId = id,
            CostClassCode = master.Code,
            CostClassName = master.Name,
            Method = method,
            IsCompanyWide = isCompanyWide,
        });
    }
}
