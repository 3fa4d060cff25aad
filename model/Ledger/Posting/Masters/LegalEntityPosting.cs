using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>法人公司.</summary>
internal static class LegalEntityPosting
{
    public static Outcome Post(LegalEntityMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.LegalEntity, master.Code);
        desk.Texts(master.Name, master.TaxNo);
        return desk.Enter((id, version) => new LegalEntityRow
        {
            VersionId = version,
            LegalEntityId = id,
            LegalEntityCode = master.Code,
            LegalEntityName = master.Name,
            TaxpayerType = Snake.Case(master.TaxpayerType),
            TaxNo = master.TaxNo,
            IsActive = MasterPosting.Flag(master.IsActive),
        });
    }
}
