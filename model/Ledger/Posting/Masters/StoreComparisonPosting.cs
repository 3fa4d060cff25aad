using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>可比店标记, known by its store and its day: there cannot be two.</summary>
internal static class StoreComparisonPosting
{
    public static Outcome Post(StoreComparisonMaster master, State state)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{master.StoreCode}:{Dates.Number(master.FromDate)}");
        var desk = new MasterDesk(state, MasterKinds.StoreComparison, code);
        desk.Codes(master.StoreCode);
        var row = new StoreComparisonRow
        {
            StoreComparisonCode = code,
            StoreId = desk.Reference(MasterKinds.Store, master.StoreCode),
            FromDate = desk.Date(master.FromDate),
            Choice = Snake.Case(master.Choice),
        };
        return desk.Enter((id, version) => row with { VersionId = version, StoreComparisonId = id });
    }
}
