using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>到货单: goods of a supplier that arrived and were inspected (收货、验收), and are not yet in stock.</summary>
/// <remarks>A line says what arrived and how much of that was rejected; it counts for what was accepted, and so much
/// may be received after it. What was rejected can arrive again, and what was not received once it is ended. Moves
/// nothing and owes nothing.</remarks>
internal static class ArrivalNotice
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Rejects, Move, static _ => { })
        {
            Party = PartyRole.Supplier,
            NeedsParty = true,
            Follows = [DocumentKind.PurchaseOrder],
            IsPlan = true,
            GivesBackRest = true,
            Used = Following.UsedBy(DocumentKind.ArrivalNotice, DocumentKind.PurchaseReceipt),
        };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var (given, lineNo) = (line.Given, (int)line.Row.LineNo);
            if (given.RejectedQuantity > given.Quantity)
            {
                return new Refusal(
                    RefusalReason.ExceedsOriginal, lineNo, $"{given.Quantity} < {given.RejectedQuantity}");
            }

            if (given.RejectedQuantity > Qty.Zero && given.Reason.Length == 0)
            {
                return new Refusal(RefusalReason.CodeMissing, lineNo, "reason");
            }

            var rejected = Exact.MulDiv(line.Row.Qty, given.RejectedQuantity.Units, given.Quantity.Units);
            desk.Plan(line with { Row = line.Row with { Qty = line.Row.Qty - rejected } });
            if (rejected > 0)
            {
                desk.Draft.Other.Add(new ArrivalRejectionRow
                {
                    Seq = desk.Head.Seq, LineNo = lineNo, DocumentLineNo = lineNo, Qty = rejected,
                    Reason = given.Reason,
                });
            }
        }

        return null;
    }
}
