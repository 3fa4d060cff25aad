using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>首单业绩比例.</summary>
internal static class ShareRulePosting
{
    private const long ShareScale = 1_000_000;
    private const int MostDays = 36_500;

    public static Outcome Post(ShareRuleMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.ShareRule, master.Code);
        desk.Refuse(
            master.Share <= 0, RefusalReason.AmountNotPositive, master.Share.ToString(CultureInfo.InvariantCulture));
        var row = new ShareRuleRow
        {
            ShareRuleCode = master.Code,
            Share = desk.Number(master.Share, ShareScale, 0, 1),
            Days = desk.Number(master.Days, 1, 0, MostDays),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, ShareRuleId = id });
    }
}
