using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>合同改补单: adds to lines of an order or contract, or takes off them; what is left to deliver follows. A price
/// is changed by taking off at the old and adding at the new one.</summary>
/// <remarks>Moves nothing and owes nothing; the original stays as it was. Never takes off what was delivered.</remarks>
internal static class ContractChange
{
    public static readonly string Name = DocumentKinds.Name(DocumentKind.ContractChange);

    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Back, Move, static _ => { })
    {
        Party = PartyRole.Customer,
        Follows = [DocumentKind.SalesOrder, DocumentKind.SalesContract],
        SharesWith = Selling.Kinds,
    };

    /// <summary>Whether what a change added is not all left any more, so that it cannot be taken back.</summary>
    public static bool IsUsed(State state, DocumentRow head) =>
        head.Kind == Name
        && state.DocumentLines(head.Seq).GroupBy(line => (line.OriginalSeq, line.OriginalLineNo)).Any(ofLine =>
        {
            var original = state.DocumentLines(ofLine.Key.OriginalSeq)
                .First(line => line.LineNo == ofLine.Key.OriginalLineNo);
            return Following.Left(state, original, Form, Name) < ofLine.Sum(line => line.Qty);
        });

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            if (line.Row.OriginalSeq <= 0)
            {
                return new Refusal(RefusalReason.CodeMissing, (int)line.Row.LineNo, "original_no");
            }

            desk.Book(line.Given.IsBack ? LineHead.Negate(line.Row) : line.Row);
        }

        return null;
    }
}
