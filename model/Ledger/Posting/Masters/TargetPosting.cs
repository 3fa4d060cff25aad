using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>目标, known by whose it is, its measure and its month: there cannot be two.</summary>
internal static class TargetPosting
{
    public static Outcome Post(TargetMaster master, State state)
    {
        var scope = Snake.Case(master.Scope);
        var code = string.Create(
            CultureInfo.InvariantCulture, $"{scope}:{master.ScopeCode}:{master.Measure}:{master.MonthKey}");
        var desk = new MasterDesk(state, MasterKinds.Target, code);
        desk.Codes(master.Measure);
        desk.Refuse(
            !IsMonth(master.MonthKey), RefusalReason.DateOutOfRange, master.MonthKey.ToString(
                CultureInfo.InvariantCulture));
        var row = new TargetRow
        {
            TargetCode = code,
            ScopeKind = scope,
            ScopeId = Scope(master, desk),
            Measure = master.Measure,
            MonthKey = master.MonthKey,
            FloorAmount = desk.Optional(master.Floor?.ToDecimal()),
            TargetAmount = desk.Number(master.Amount.ToDecimal(), Money.Scale),
            StretchAmount = desk.Optional(master.Stretch?.ToDecimal()),
        };
        desk.Refuse(
            master.Floor > master.Amount || master.Stretch < master.Amount, RefusalReason.BoundsInverted,
            $"{master.Floor}, {master.Amount}, {master.Stretch}");
        return desk.Enter((id, version) => row with { VersionId = version, TargetId = id });
    }

    /// <summary>Whether a number is a month, yyyymm, of the days the book takes.</summary>
    public static bool IsMonth(int monthKey) =>
        monthKey / 100 is >= 1901 and <= 2100 && monthKey % 100 is >= 1 and <= 12;

    private static long Scope(TargetMaster master, MasterDesk desk)
    {
        var isCompany = master.Scope == TargetScope.Company;
        desk.Refuse(isCompany != (master.ScopeCode.Length == 0), RefusalReason.CodeMissing, "scope_code");
        return master.Scope switch
        {
            TargetScope.Company => None.Id,
            TargetScope.Department => desk.List(ListKind.Department, master.ScopeCode),
            TargetScope.Channel => desk.List(ListKind.Channel, master.ScopeCode),
            _ => desk.Reference(Snake.Case(master.Scope), master.ScopeCode),
        };
    }
}
