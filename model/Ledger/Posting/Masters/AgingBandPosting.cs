using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>账龄段, known by its account and its days: there cannot be two.</summary>
internal static class AgingBandPosting
{
    private const int MostDays = 36_500;
    private const long RateScale = 1_000_000;

    public static Outcome Post(AgingBandMaster master, State state)
    {
        var code = master.Days is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"{master.Account}:{days}") : $"{master.Account}:older";
        var desk = new MasterDesk(state, MasterKinds.AgingBand, code);
        desk.Codes(master.Account);
        desk.Refuse(
            master.Days is < 0 or > MostDays, RefusalReason.AmountTooLarge,
            (master.Days ?? 0).ToString(CultureInfo.InvariantCulture));
        desk.Refuse(
            desk.Refusal is null && Chart.KindOf(state, master.Account) is null, RefusalReason.UnknownAccount,
            master.Account);
        var row = new AgingBandRow
        {
            AgingBandCode = code,
            Account = master.Account,
            Days = master.Days ?? None.Id,
            ProvisionRate = desk.Number(master.ProvisionRate, RateScale, most: 1),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, AgingBandId = id });
    }
}
