using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Whether what a sale leaves owed goes beyond a limit of credit (信用额度与期限): of the settling party, of the
/// employee who looks after it, of his department.</summary>
internal static class Credit
{
    /// <summary>Notes in the draft the limits that the document goes beyond.</summary>
    public static void Check(PostingDesk desk) => Check(
        desk,
        desk.Draft.Money.Sum(row => row.DebitAccount == Account.Receivable ? row.Amount : 0)
            - desk.Draft.Money.Sum(row => row.CreditAccount == Account.Receivable ? row.Amount : 0));

    /// <summary>The same of goods that leave and will be owed once they are signed for.</summary>
    public static void CheckAhead(PostingDesk desk)
    {
        if (desk.Document.Tender == Tender.Account)
        {
            Check(desk, desk.Booked.Sum(line => line.NetAmount + line.TaxAmount));
        }
    }

    private static void Check(PostingDesk desk, long owed)
    {
        if (owed <= 0 || desk.Head.SettlementPartyId == None.Id)
        {
            return;
        }

        var (state, party) = (desk.State, desk.State.PartyById(desk.Head.SettlementPartyId));
        if (Limit(state, CreditScope.Party, party.PartyCode) is { } own)
        {
            Amount(desk, own, state.Balance(Account.Receivable, party.PartyId) + owed, party.PartyCode);
            Days(desk, own, party);
        }

        if (party.EmployeeId == None.Id)
        {
            return;
        }

        var employee = state.EmployeeById(party.EmployeeId);
        if (Limit(state, CreditScope.Employee, employee.EmployeeCode) is { } his)
        {
            Amount(desk, his, state.OwedToEmployee(Account.Receivable, employee.EmployeeId) + owed,
                employee.EmployeeCode);
        }

        if (employee.DepartmentId != None.Id
            && state.ListValueById(employee.DepartmentId) is { } department
            && Limit(state, CreditScope.Department, department.ValueCode) is { } all)
        {
            Amount(desk, all, state.OwedToDepartment(Account.Receivable, department.ListValueId) + owed,
                department.ValueCode);
        }
    }

    private static LimitRuleRow? Limit(State state, CreditScope scope, string code) =>
        state.Find(MasterKinds.LimitRule, LimitPosting.CreditCode(scope, code))?.Row is LimitRuleRow { IsActive: 1 } row
            ? row
            : null;

    private static void Amount(PostingDesk desk, LimitRuleRow limit, long after, string code)
    {
        if (limit.Amount != None.Id && after > limit.Amount)
        {
            Exceeded(desk, $"{code}: {new Money(limit.Amount)} < {new Money(after)}");
        }
    }

    private static void Days(PostingDesk desk, LimitRuleRow limit, PartyRow party)
    {
        if (limit.Days == None.Id || desk.State.OldestItem(Account.Receivable,
            party.PartyId) is not (> 0 and var oldest))
        {
            return;
        }

        var age = Dates.Date(desk.Head.BusinessDate).DayNumber - Dates.Date(oldest).DayNumber;
        if (age > limit.Days)
        {
            Exceeded(desk, string.Create(CultureInfo.InvariantCulture, $"{party.PartyCode}: {limit.Days} < {age}"));
        }
    }

    private static void Exceeded(PostingDesk desk, string what) => desk.Draft.Exceeds.Add((
        Snake.Case(ApprovalTrigger.OverCredit), new Refusal(RefusalReason.CreditExceeded, 0, what)));
}
