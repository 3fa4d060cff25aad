using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What a reversal turns of a document's amounts by account, and of what they used.</summary>
internal static class MoneyReversal
{
    public static void Turn(Draft draft, DocumentRow head, State state)
    {
        if (DocumentForms.Named(head.Kind)?.Has(DocumentParts.MoneyLines) != true)
        {
            return;
        }

        foreach (var row in state.OtherRows<DocumentMoneyRow>(head.OriginalSeq))
        {
            draft.Other.Add(row with
            {
                Seq = head.Seq, Amount = -row.Amount, TaxAmount = -row.TaxAmount,
                OriginalSeq = head.OriginalSeq, OriginalLineNo = row.LineNo,
            });
            if (head.Kind == DocumentKinds.Name(DocumentKind.Expense))
            {
                Budgets.Note(draft, row.Account, row.DepartmentId, head.BusinessDate / 100, -row.Amount);
            }
        }

        draft.Other.AddRange(state.OtherRows<InsuranceClaimRow>(head.OriginalSeq)
            .Select(row => row with { Seq = head.Seq, Amount = -row.Amount }));
    }
}
