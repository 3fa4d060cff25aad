using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Finds the lines of earlier documents that a document's lines follow (订单 → 送货、入库): each one of its item,
/// and never beyond what that has left.</summary>
/// <remarks>What a posted line was followed by stands in <c>state_followed</c>, by the kind of what followed it; a
/// reversal gives it back. A document that was ended or reversed is not followed any more.</remarks>
internal static class Following
{
    /// <summary>Links the desk's lines to those they follow; or why one cannot.</summary>
    public static Refusal? Find(PostingDesk desk, DocumentForm form)
    {
        if (form.Follows.Count == 0)
        {
            return null;
        }

        var originals = new Dictionary<string, (DocumentRow Head, IReadOnlyList<DocumentLineRow> Lines)>();
        var taken = new Dictionary<(long Seq, long LineNo), long>();
        var returns = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var at = 0; at < desk.Lines.Count; at++)
        {
            var line = desk.Lines[at];
            var number = line.Given.OriginalNo.Length > 0 ? line.Given.OriginalNo : desk.Document.OriginalNo;
            if (number.Length == 0 || IsTakenBack(desk, form, number, returns))
            {
                continue;
            }

            if (!originals.TryGetValue(number, out var original))
            {
                var (head, refusal) = Original(desk, form.Follows, number);
                if (refusal is not null)
                {
                    return refusal with { LineNo = (int)line.Row.LineNo };
                }

                originals.Add(number, original = (head!, desk.State.DocumentLines(head!.Seq)));
            }

            var (followed, astray) = Link(desk, line, original, form, taken);
            if (astray is not null)
            {
                return astray;
            }

            desk.Follows(at, followed!);
        }

        return null;
    }

    /// <summary>The posted document of a number, of the first of the kinds that has it; or why it cannot be followed.
    /// </summary>
    public static (DocumentRow? Head, Refusal? Refusal) Original(
        PostingDesk desk, IReadOnlyList<DocumentKind> kinds, string number)
    {
        var found = kinds.Select(kind => desk.State.FindNumber(DocumentKinds.Name(kind), number))
            .FirstOrDefault(one => one is { Seq: > 0 });
        if (found is not { } original)
        {
            return (null, new Refusal(RefusalReason.UnknownOriginal, 0, number));
        }

        var status = desk.State.FindDocument(original.Key)?.Status;
        if (status != DocumentStatus.Posted)
        {
            var reason = status == DocumentStatus.Reversed
                ? RefusalReason.OriginalReversed
                : RefusalReason.OriginalEnded;
            return (null, new Refusal(reason, 0, number));
        }

        var head = desk.State.DocumentRow(original.Seq);
        return head.IsReversal == 1 ? (null, new Refusal(RefusalReason.OriginalReversed, 0, number))
            : SalesDetails.HasExpired(desk, head) ? (null, new Refusal(RefusalReason.OriginalExpired, 0, number))
            : head.BusinessAt > desk.Head.BusinessAt
            ? (null, new Refusal(RefusalReason.BeforeOriginal, 0, number))
            : head.PartyId != None.Id && desk.Head.PartyId != None.Id && head.PartyId != desk.Head.PartyId
                && !DocumentForms.Of(desk.Document.Kind).FollowsOthers
                ? (null, new Refusal(RefusalReason.OriginalOfOther, 0, number))
            : (head, null);
    }

    /// <summary>What documents of some kinds followed of a line, together.</summary>
    public static Func<State, DocumentLineRow, long> UsedBy(params DocumentKind[] kinds) => (state, line) =>
    {
        var followed = state.Followed(line.Seq, line.LineNo);
        return kinds.Sum(kind => followed.GetValueOrDefault(DocumentKinds.Name(kind)));
    };

    /// <summary>Notes in the draft that its lines follow those they are linked to.</summary>
    public static void Take(State state, Draft draft, string kind) => Change(
        state, draft, kind, Links(draft.Lines, draft.Other.OfType<DocumentMoneyRow>()), 1);

    /// <summary>Notes that a reversal gives back what the lines of its original had followed.</summary>
    public static void GiveBack(State state, Draft draft, DocumentRow original)
    {
        var links = Links(state.DocumentLines(original.Seq), MoneyOf(state, original)).ToList();
        Change(state, draft, original.Kind, links, -1);
        foreach (var link in links)
        {
            // What followed one that was ended meanwhile is done no more: that takes so much less itself.
            var ended = state.DocumentRow(link.Seq);
            if (DocumentForms.Named(ended.Kind) is { GivesBackRest: true }
                && state.FindDocument(ended.DocumentKey)?.Status == DocumentStatus.Terminated
                && state.DocumentLines(link.Seq).First(line => line.LineNo == link.LineNo) is { OriginalSeq: > 0 } line)
            {
                Change(state, draft, ended.Kind, [(line.OriginalSeq, line.OriginalLineNo, link.Qty)], -1);
            }
        }
    }

    /// <summary>Notes that a document that is ended takes no more than was done after it.</summary>
    public static void End(State state, Draft draft, DocumentRow head)
    {
        if (DocumentForms.Named(head.Kind) is not { GivesBackRest: true })
        {
            return;
        }

        foreach (var line in state.DocumentLines(head.Seq).Where(line => line.OriginalSeq > 0))
        {
            var rest = line.Qty - state.Followed(line.Seq, line.LineNo).Values.Sum();
            Change(state, draft, head.Kind, [(line.OriginalSeq, line.OriginalLineNo, rest)], -1);
        }
    }

    /// <summary>Whether anything still follows a line of the document.</summary>
    public static bool IsFollowed(State state, DocumentRow head) =>
        state.DocumentLines(head.Seq).Select(line => line.LineNo)
            .Concat(MoneyOf(state, head).Select(line => line.LineNo))
            .Any(lineNo => state.Followed(head.Seq, lineNo).Values.Any(qty => qty != 0));

    /// <summary>What a line has left for a kind and those it shares with.</summary>
    public static long Left(State state, DocumentLineRow line, DocumentForm form, string kind)
    {
        if (form.Used is { } used)
        {
            return Math.Abs(line.Qty) - used(state, line);
        }

        var followed = state.Followed(line.Seq, line.LineNo);
        var names = form.SharesWith.Select(DocumentKinds.Name).Append(kind).Distinct(StringComparer.Ordinal);
        return Math.Abs(line.Qty) - names.Sum(name => followed.GetValueOrDefault(name));
    }

    /// <summary>Whether a number is that of a document which the kind takes back by itself.</summary>
    private static bool IsTakenBack(
        PostingDesk desk, DocumentForm form, string number, Dictionary<string, bool> known)
    {
        if (!known.TryGetValue(number, out var isTakenBack))
        {
            known.Add(number, isTakenBack = form.Returns.Any(kind =>
                desk.State.FindNumber(DocumentKinds.Name(kind), number) is { Seq: > 0 }));
        }

        return isTakenBack;
    }

    private static void Change(
        State state, Draft draft, string kind, IEnumerable<(long Seq, long LineNo, long Qty)> links, int sign)
    {
        foreach (var (seq, lineNo, qty) in links)
        {
            var key = (seq, lineNo, kind);
            var known = draft.Followed.TryGetValue(key, out var soFar)
                ? soFar
                : state.Followed(seq, lineNo).GetValueOrDefault(kind);
            draft.Followed[key] = known + (sign * (kind == ContractChange.Name ? -qty : Math.Abs(qty)));
        }
    }

    /// <summary>The lines that lines of goods or of money follow, and by how much.</summary>
    private static IEnumerable<(long Seq, long LineNo, long Qty)> Links(
        IEnumerable<DocumentLineRow> lines, IEnumerable<DocumentMoneyRow> amounts) =>
        lines.Select(line => (line.OriginalSeq, line.OriginalLineNo, line.Qty))
            .Concat(amounts.Select(line => (line.OriginalSeq, line.OriginalLineNo, line.Amount)))
            .Where(link => link.OriginalSeq > 0);

    private static IReadOnlyList<DocumentMoneyRow> MoneyOf(State state, DocumentRow head) =>
        DocumentForms.Named(head.Kind)?.Has(DocumentParts.MoneyLines) == true
            ? state.OtherRows<DocumentMoneyRow>(head.Seq)
            : [];

    private static (DocumentLineRow? Line, Refusal? Refusal) Link(
        PostingDesk desk, LineDraft line, (DocumentRow Head, IReadOnlyList<DocumentLineRow> Lines) original,
        DocumentForm form, Dictionary<(long Seq, long LineNo), long> taken)
    {
        var (wanted, lineNo) = (line.Given.OriginalLineNo, (int)line.Row.LineNo);
        var candidates = original.Lines.Where(one =>
            one.ItemId == line.Item.ItemId && (wanted == 0 || one.LineNo == wanted)).ToList();
        if (candidates.Count == 0 || (candidates.Count > 1 && wanted != 0))
        {
            return (null, new Refusal(RefusalReason.UnknownOriginal, lineNo, string.Create(
                CultureInfo.InvariantCulture, $"{line.Given.ItemCode}, {wanted}")));
        }

        // Of several lines of one item the first with enough left.
        var isAdding = desk.Head.Kind == ContractChange.Name && !line.Given.IsBack;
        var left = candidates.ConvertAll(one =>
            Left(desk.State, one, form, desk.Head.Kind) - taken.GetValueOrDefault((one.Seq, one.LineNo)));
        var place = isAdding ? 0 : left.FindIndex(qty => qty >= line.Row.Qty);
        if (place < 0)
        {
            return (null, new Refusal(
                RefusalReason.ExceedsOriginal, lineNo,
                $"{line.Given.ItemCode}: {new Qty(left.Max())} < {new Qty(line.Row.Qty)}"));
        }

        var found = candidates[place];
        taken[(found.Seq, found.LineNo)] = taken.GetValueOrDefault((found.Seq, found.LineNo))
            + (isAdding ? -line.Row.Qty : line.Row.Qty);
        return (found, null);
    }
}
