using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>会员等级.</summary>
internal static class MemberLevelPosting
{
    public const long RateScale = 1_000_000;

    private const decimal MostRate = 1_000;

    public static Outcome Post(MemberLevelMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.MemberLevel, master.Code);
        desk.Texts(master.Name);
        var row = new MemberLevelRow
        {
            MemberLevelCode = master.Code,
            MemberLevelName = master.Name,
            Rank = desk.Number(master.Rank, 1),
            PriceListId = desk.Reference(MasterKinds.PriceList, master.PriceListCode),
            PointsRate = desk.Number(master.PointsRate, RateScale, 0, MostRate),
            PointValue = desk.Number(master.PointValue, RateScale, 0, MostRate),
            LeastSpent = desk.Number(master.LeastSpent.ToDecimal(), Money.Scale),
            LeastPoints = desk.Number(master.LeastPoints.ToDecimal(), Qty.Scale),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, MemberLevelId = id });
    }
}
