using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>预算, known by its account, department and month: there cannot be two.</summary>
internal static class BudgetPosting
{
    public static string Code(string account, long departmentId, long monthKey) =>
        string.Create(CultureInfo.InvariantCulture, $"{account}:{departmentId}:{monthKey}");

    public static Outcome Post(BudgetMaster master, State state)
    {
        var department = master.DepartmentCode.Length == 0 || Texts.FirstInvalid(master.DepartmentCode) is not null
            ? None.Id
            : state.ListValue(ListKind.Department, master.DepartmentCode)?.ListValueId ?? None.Id;
        var desk = new MasterDesk(state, MasterKinds.Budget, Code(master.Account, department, master.MonthKey));
        desk.Texts(master.Account);
        desk.List(ListKind.Department, master.DepartmentCode);
        desk.Refuse(
            !TargetPosting.IsMonth(master.MonthKey), RefusalReason.DateOutOfRange,
            master.MonthKey.ToString(CultureInfo.InvariantCulture));
        var isSpent = desk.Refusal is null
            && Chart.KindOf(state, master.Account) is AccountKind.ProfitAndLoss or AccountKind.Cost;
        desk.Refuse(!isSpent, RefusalReason.UnknownAccount, master.Account);
        var row = new BudgetRow
        {
            BudgetCode = Code(master.Account, department, master.MonthKey),
            Account = master.Account,
            DepartmentId = department,
            MonthKey = master.MonthKey,
            Amount = desk.Number(master.Amount.ToDecimal(), Money.Scale),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, BudgetId = id });
    }
}
