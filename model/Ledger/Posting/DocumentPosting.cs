namespace Analytics.Ledger.Posting;

/// <summary>Turns a document (单据) into the entry it makes (过账).</summary>
/// <remarks>Writes nothing and changes no state: the <see cref="Journal"/> commits the draft or none of it. What was
/// posted before under the same key is answered with its entry, not posted again.</remarks>
internal static class DocumentPosting
{
    public static Outcome Post(Document document, State state, bool isApproved = false)
    {
        if (DocumentHead.Invalid(document) is { } invalid)
        {
            return invalid;
        }

        var key = DocumentHead.Key(document);
        var known = state.FindDocument(key);
        if (known is not null && !isApproved && LifePosting.Known(key, ContentDigest.Of(document), known) is { } answer)
        {
            return answer;
        }

        var (head, depot, refusal) = DocumentHead.Resolve(document, state);
        if (refusal is not null)
        {
            return refusal;
        }

        if (LifePosting.NumberTaken(head!.Kind, head.DocumentNo, key, state) is { } taken)
        {
            return taken;
        }

        var (lines, wrong) = Lines(document, state);
        if (wrong is not null)
        {
            return wrong;
        }

        var (details, unfit) = DocumentDetails.Resolve(document, state);
        if (unfit is not null)
        {
            return unfit;
        }

        var desk = new PostingDesk(state, document, head!, depot!, lines);
        desk.Draft.Other.AddRange(details);
        var form = DocumentForms.Of(document.Kind);
        if ((SalesDetails.Add(desk) ?? Following.Find(desk, form) ?? Tenders.Open(desk, lines, isApproved)
            ?? form.Move(desk)) is { } refused)
        {
            return refused;
        }

        desk.Cost();
        form.Settle(desk);
        Tenders.Close(desk);
        var draft = desk.Finish(known);
        if (!isApproved && ApprovalRules.Holding(state, draft) is [_, ..] rules)
        {
            return LifePosting.Keep(Unposted.Of(document), state, DocumentStatus.Awaiting, rules);
        }

        if (!isApproved && draft.Exceeds is [var (_, exceeded), ..])
        {
            return exceeded;
        }

        if (known is { Status: DocumentStatus.Draft })
        {
            LifePosting.AddStep(draft, key, DocumentStatus.Draft, DocumentStatus.Posted, "");
        }

        return draft;
    }

    private static (List<LineDraft> Lines, Refusal? Refusal) Lines(Document document, State state)
    {
        var rows = new List<LineDraft>(document.Lines.Count);
        for (var at = 0; at < document.Lines.Count; at++)
        {
            var (row, refusal) = LineHead.Resolve(
                document.Lines[at], at + 1, state, hasGoods: document.Kind != DocumentKind.CostAdjustment,
                DocumentForms.Of(document.Kind).MayBeNothing);
            if (refusal is not null)
            {
                return (rows, refusal);
            }

            rows.Add(row!);
        }

        return (rows, null);
    }
}
