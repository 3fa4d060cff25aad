using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>价目表.</summary>
internal static class PriceListPosting
{
    public static Outcome Post(PriceListMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.PriceList, master.Code);
        desk.Texts(master.Name);
        var (from, to) = desk.Days(master.ValidFrom, master.ValidTo);
        return desk.Enter((id, version) => new PriceListRow
        {
            VersionId = version,
            PriceListId = id,
            PriceListCode = master.Code,
            PriceListName = master.Name,
            IncludesTax = MasterPosting.Flag(master.IncludesTax),
            ValidFrom = from,
            ValidTo = to,
            IsActive = MasterPosting.Flag(master.IsActive),
        });
    }
}
