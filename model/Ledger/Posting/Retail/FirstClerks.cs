using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The clerk who first served a customer keeps a share of what he buys later (首单业绩).</summary>
/// <remarks>Known from the first sale with an employee after there was a rule. The share comes on top of the shares of
/// other roles.</remarks>
internal static class FirstClerks
{
    /// <summary>The role it stands under.</summary>
    public const string Role = "first_clerk";

    public static void Add(PostingDesk desk)
    {
        var (state, head, draft) = (desk.State, desk.Head, desk.Draft);
        if (state.ShareRules.All.Count == 0 || state.ShareRules.All.Where(rule => rule.IsActive == 1)
            .MinBy(rule => rule.ShareRuleCode, StringComparer.Ordinal) is not { } rule)
        {
            return;
        }

        var known = state.FirstClerkOf(head.PartyId);
        if (known.EmployeeId == None.Id)
        {
            if (head.EmployeeId != None.Id && desk.Document.Kind == DocumentKind.Sale)
            {
                Set(state, draft, head.PartyId, head.EmployeeId, head.Seq);
            }

            return;
        }

        var rows = draft.Other.OfType<DocumentEmployeeRow>().ToList();
        if (rows.Exists(row => row.Role == Role) || IsOver(state, rule, known, head))
        {
            return;
        }

        draft.Other.Add(new DocumentEmployeeRow
        {
            Seq = head.Seq,
            LineNo = rows.Count + 1,
            Role = Role,
            EmployeeVersionId = state.EmployeeById(known.EmployeeId).VersionId,
            EmployeeId = known.EmployeeId,
            Share = rule.Share,
        });
    }

    /// <summary>A reversal of the first sale leaves the customer to the next clerk.</summary>
    public static void Turn(Draft draft, DocumentRow head, State state)
    {
        if (head.PartyId != None.Id && state.ShareRules.All.Count > 0
            && state.FirstClerkOf(head.PartyId).Seq == head.OriginalSeq)
        {
            Set(state, draft, head.PartyId, None.Id, None.Id);
        }
    }

    private static bool IsOver(State state, ShareRuleRow rule, FirstClerk known, DocumentRow head) => rule.Days > 0
        && head.BusinessDate > Dates.Number(
            Dates.Date(state.DocumentRow(known.Seq).BusinessDate).AddDays((int)rule.Days));

    private static void Set(State state, Draft draft, long partyId, long employeeId, long seq)
    {
        draft.Other.Add(new FirstClerkRow { Seq = draft.Seq, PartyId = partyId, EmployeeId = employeeId });
        State.SetFirstClerk(draft, partyId, new FirstClerk(employeeId, seq));
    }
}
