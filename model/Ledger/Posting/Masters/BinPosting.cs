using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>货位.</summary>
internal static class BinPosting
{
    public static Outcome Post(BinMaster master, State state)
    {
        var code = MasterKinds.BinCode(master.DepotCode, master.AreaCode, master.BinNo);
        var desk = new MasterDesk(state, MasterKinds.Bin, code);
        desk.Codes(master.DepotCode, master.AreaCode, master.BinNo);
        desk.Texts(master.Name);
        // Three codes with a stroke in one of them could read like three others.
        desk.Refuse(
            master.AreaCode.Contains('/', StringComparison.Ordinal)
            || master.BinNo.Contains('/', StringComparison.Ordinal),
            RefusalReason.TextInvalid, code);
        var row = new BinRow
        {
            BinCode = code,
            DepotId = desk.Reference(MasterKinds.Store, master.DepotCode),
            AreaCode = master.AreaCode,
            BinNo = master.BinNo,
            BinName = master.Name,
            IsLocked = MasterPosting.Flag(master.IsLocked),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, BinId = id });
    }
}
