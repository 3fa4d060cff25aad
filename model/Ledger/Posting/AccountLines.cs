using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The amounts of a document by account: their codes resolved, their rules checked, linked to the lines of an
/// earlier document that they follow.</summary>
internal static class AccountLines
{
    private const long Most = 90_000_000_000_000;

    /// <summary>Puts the amounts into the draft; or why they are not taken.</summary>
    /// <param name="desk">Of the document.</param>
    /// <param name="takes">Whether the document may name an account of a kind.</param>
    public static Refusal? Take(PostingDesk desk, Func<string, AccountKind, bool> takes)
    {
        for (var at = 0; at < desk.Document.MoneyLines.Count; at++)
        {
            var (row, refusal) = Row(desk, desk.Document.MoneyLines[at], at + 1, takes);
            refusal ??= Follow(desk, desk.Document.MoneyLines[at], row!, out row);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Draft.Other.Add(row!);
        }

        return null;
    }

    /// <summary>What was taken.</summary>
    public static IEnumerable<DocumentMoneyRow> Of(PostingDesk desk) => desk.Draft.Other.OfType<DocumentMoneyRow>();

    private static (DocumentMoneyRow? Row, Refusal? Refusal) Row(
        PostingDesk desk, MoneyLine line, int lineNo, Func<string, AccountKind, bool> takes)
    {
        if (Invalid(line) is { } invalid)
        {
            return (null, invalid with { LineNo = lineNo });
        }

        if (Chart.KindOf(desk.State, line.Account) is not { } kind || !takes(line.Account, kind))
        {
            return (null, new Refusal(RefusalReason.UnknownAccount, lineNo, line.Account));
        }

        var party = line.PartyCode.Length == 0 ? null : desk.State.Party(line.PartyCode);
        var partyId = party?.PartyId ?? desk.Head.SettlementPartyId;
        var department = line.DepartmentCode.Length == 0
            ? null
            : desk.State.ListValue(ListKind.Department, line.DepartmentCode);
        var refusal =
            line.PartyCode.Length > 0 && party is null
                ? new Refusal(RefusalReason.UnknownParty, lineNo, line.PartyCode)
            : Account.IsByParty(line.Account) && partyId == None.Id
                ? new Refusal(RefusalReason.CodeMissing, lineNo, "party_code")
            : line.DepartmentCode.Length > 0 && department is null
                ? MasterKinds.Unknown(
                    MasterKinds.ListValue, MasterKinds.ListCode(ListKind.Department, line.DepartmentCode))
            : null;
        return refusal is not null ? (null, refusal with { LineNo = lineNo }) : (new DocumentMoneyRow
        {
            Seq = desk.Head.Seq,
            LineNo = lineNo,
            Account = line.Account,
            PartyId = Account.IsByParty(line.Account) ? partyId : party?.PartyId ?? None.Id,
            DepartmentId = department?.ListValueId ?? None.Id,
            Amount = line.Amount.Units,
            TaxAmount = line.TaxAmount.Units,
            Note = line.Note,
            OriginalSeq = None.Id,
            OriginalLineNo = None.Id,
        }, null);
    }

    private static Refusal? Invalid(MoneyLine line) =>
        line.Amount.Units <= 0 ? new Refusal(RefusalReason.AmountNotPositive, 0, line.Amount.ToString())
        : line.TaxAmount < Money.Zero ? new Refusal(RefusalReason.AmountNegative, 0, line.TaxAmount.ToString())
        : line.Amount.Units > Most || line.TaxAmount.Units > Most
            ? new Refusal(RefusalReason.AmountTooLarge, 0, line.Amount.ToString())
        : Texts.FirstInvalid(line.Account, line.PartyCode, line.DepartmentCode, line.Note, line.OriginalNo) is { } text
            ? new Refusal(RefusalReason.TextInvalid, 0, text)
        : null;

    /// <summary>Links an amount to the line of the same account that it follows, never beyond what that has left.
    /// </summary>
    private static Refusal? Follow(PostingDesk desk, MoneyLine line, DocumentMoneyRow row, out DocumentMoneyRow linked)
    {
        linked = row;
        var form = DocumentForms.Of(desk.Document.Kind);
        var number = line.OriginalNo.Length > 0 ? line.OriginalNo : desk.Document.OriginalNo;
        if (form.Follows.Count == 0 || number.Length == 0)
        {
            return null;
        }

        var (head, refusal) = Following.Original(desk, form.Follows, number);
        if (refusal is not null)
        {
            return refusal with { LineNo = (int)row.LineNo };
        }

        var earlier = desk.State.OtherRows<DocumentMoneyRow>(head!.Seq)
            .Where(one => one.Account == row.Account
                && (line.OriginalLineNo == 0 || one.LineNo == line.OriginalLineNo)).ToList();
        if (earlier.Count == 0)
        {
            return new Refusal(RefusalReason.UnknownOriginal, (int)row.LineNo, $"{number}: {row.Account}");
        }

        var left = earlier.ConvertAll(one => one.Amount
            - desk.State.Followed(one.Seq, one.LineNo).GetValueOrDefault(desk.Head.Kind)
            - Of(desk).Where(mine => mine.OriginalSeq == one.Seq && mine.OriginalLineNo == one.LineNo)
                .Sum(mine => mine.Amount));
        var place = left.FindIndex(amount => amount >= row.Amount);
        if (place < 0)
        {
            return new Refusal(
                RefusalReason.ExceedsOriginal, (int)row.LineNo, string.Create(
                    CultureInfo.InvariantCulture, $"{number}: {new Money(left.Max())} < {new Money(row.Amount)}"));
        }

        linked = row with { OriginalSeq = head.Seq, OriginalLineNo = earlier[place].LineNo };
        desk.TakesBack(head.Seq);
        return null;
    }
}
