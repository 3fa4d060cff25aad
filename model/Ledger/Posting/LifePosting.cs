using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The life of a document or voucher before it is posted: draft, approval, termination.</summary>
internal static class LifePosting
{
    public static Outcome Post(DocumentDraft submission, State state)
    {
        var document = submission.Document with { Actor = submission.Actor };
        return DocumentHead.Invalid(document) is { } invalid ? invalid : Begin(Unposted.Of(document), state);
    }

    public static Outcome Post(VoucherDraft submission, State state)
    {
        var voucher = submission.Voucher with { Actor = submission.Actor };
        return VoucherHead.Invalid(voucher) is { } invalid ? invalid : Begin(Unposted.Of(voucher), state);
    }

    public static Outcome Post(Approval approval, State state)
    {
        if (Texts.FirstInvalid(approval.DocumentKey, approval.Note, approval.Actor) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        if (state.FindDocument(approval.DocumentKey) is not { } known)
        {
            return new Refusal(RefusalReason.UnknownDocument, 0, approval.DocumentKey);
        }

        if (known.Status != DocumentStatus.Awaiting)
        {
            return new Refusal(RefusalReason.WrongStatus, 0, $"{approval.DocumentKey}: {known.Status}");
        }

        var approvers = known.Approvals.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (approval.Actor.Length == 0 || approval.Actor == known.Actor || approvers.Contains(approval.Actor))
        {
            return new Refusal(RefusalReason.NotFourEyes, 0, approval.Actor);
        }

        return approval.IsApproved
            ? Approve(approval, known, [.. approvers, approval.Actor], state)
            : Step(approval.DocumentKey, known with { Approvals = "" }, DocumentStatus.Draft, approval.Note, state);
    }

    public static Outcome Post(Termination termination, State state)
    {
        if (Texts.FirstInvalid(termination.DocumentKey, termination.Note) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        if (state.FindDocument(termination.DocumentKey) is not { } known)
        {
            return new Refusal(RefusalReason.UnknownDocument, 0, termination.DocumentKey);
        }

        if (known.Status == DocumentStatus.Posted && DocumentForms.Named(known.Kind) is { IsPlan: true })
        {
            var ending = Step(termination.DocumentKey, known, DocumentStatus.Terminated, termination.Note, state);
            Reservations.Drop(state, ending, state.DocumentRow(known.Seq));
            Following.End(state, ending, state.DocumentRow(known.Seq));
            return Because(termination, ending, known.Seq, state);
        }

        if (known.Status is not (DocumentStatus.Draft or DocumentStatus.Awaiting))
        {
            return new Refusal(RefusalReason.WrongStatus, 0, $"{termination.DocumentKey}: {known.Status}");
        }

        var draft = Step(termination.DocumentKey, known, DocumentStatus.Terminated, termination.Note, state);
        draft.Numbers[(known.Kind, known.DocumentNo)] = null;
        return Because(termination, draft, None.Id, state);
    }

    /// <summary>Keeps what is not posted: as a draft, or held by rules until it is approved.</summary>
    public static Draft Keep(Unposted kept, State state, string status, IReadOnlyList<ApprovalRuleRow> rules)
    {
        var before = state.FindDocument(kept.Key);
        var draft = new Draft(state.Seq + 1, "draft") { HeldAs = status };
        draft.Other.Add(new DraftRow
        {
            Seq = draft.Seq,
            DocumentKey = kept.Key,
            Kind = kept.Form,
            DocumentNo = kept.DocumentNo,
            Content = kept.Content,
            ContentDigest = kept.Digest,
            ApprovalRules = string.Join(' ', rules.Select(rule => rule.ApprovalRuleCode)),
        });
        AddStep(draft, kept.Key, before?.Status ?? "", status, kept.Note);
        Stand(
            draft, kept.Key,
            new(kept.Kind, kept.DocumentNo, status, None.Id, draft.Seq, kept.Digest, kept.Actor, ""), before);
        return draft;
    }

    /// <summary>What was handed in before under the key is answered with; null for a draft, which is posted now.
    /// </summary>
    public static Outcome? Known(string key, string digest, DocumentState known) => known.Status switch
    {
        DocumentStatus.Draft => (Outcome?)null,
        DocumentStatus.Terminated => new Refusal(RefusalReason.WrongStatus, 0, $"{key}: {known.Status}"),
        _ => known.Digest == digest
            ? Outcome.Already(Math.Max(known.Seq, known.DraftSeq))
            : new Refusal(RefusalReason.DuplicateKey, 0, key),
    };

    /// <summary>Why a number is not to be had; null where it is.</summary>
    public static Refusal? NumberTaken(string kind, string documentNo, string key, State state) =>
        state.FindNumber(kind, documentNo) is { } known && known.Key != key
            ? new Refusal(RefusalReason.DuplicateDocumentNo, 0, documentNo)
            : null;

    /// <summary>Where the document stands after the draft. Its number leads to it, one that only its draft had leads
    /// nowhere.</summary>
    public static void Stand(Draft draft, string key, DocumentState now, DocumentState? before)
    {
        if (before is { Status: DocumentStatus.Draft } && before.DocumentNo != now.DocumentNo)
        {
            draft.Numbers[(before.Kind, before.DocumentNo)] = null;
        }

        draft.Documents[key] = now;
        draft.Numbers[(now.Kind, now.DocumentNo)] = (now.Seq, key);
    }

    public static void AddStep(Draft draft, string key, string before, string after, string note) =>
        draft.Other.Add(new StatusChangeRow
        {
            Seq = draft.Seq,
            LineNo = draft.Other.OfType<StatusChangeRow>().Count() + 1,
            DocumentKey = key,
            StatusBefore = before,
            StatusAfter = after,
            Note = note,
        });

    private static Outcome Begin(Unposted kept, State state)
    {
        var known = state.FindDocument(kept.Key);
        return known is { Status: not DocumentStatus.Draft }
                ? new Refusal(RefusalReason.WrongStatus, 0, $"{kept.Key}: {known.Status}")
            : known?.Digest == kept.Digest ? Outcome.Already(known.DraftSeq)
            : NumberTaken(kept.Kind, kept.DocumentNo, kept.Key, state) is { } taken ? taken
            : Keep(kept, state, DocumentStatus.Draft, []);
    }

    private static Outcome Approve(Approval approval, DocumentState known, string[] approvers, State state)
    {
        var kept = state.Draft(known.DraftSeq);
        var needed = ApprovalRules.Needed(state, kept.ApprovalRules);
        if (approvers.Length < needed)
        {
            var after = known with { Approvals = string.Join('\n', approvers) };
            return Step(approval.DocumentKey, after, DocumentStatus.Awaiting, approval.Note, state);
        }

        // Posted as it was handed in, against the book as it is now: it may be refused, and then still awaits.
        var outcome = kept.Kind == ReversalPosting.HeldKind
            ? ReversalPosting.Post(
                DraftContent.ReadReversal(kept.Content) with { Actor = known.Actor }, state, isApproved: true)
            : Voucher.IsKind(kept.Kind)
            ? VoucherPosting.Post(
                DraftContent.ReadVoucher(kept.Content) with { Actor = known.Actor }, state, isApproved: true)
            : DocumentPosting.Post(
                DraftContent.Read(kept.Content) with { Actor = known.Actor }, state, isApproved: true);
        if (outcome.Draft is { } draft)
        {
            AddStep(
                draft, approval.DocumentKey, DocumentStatus.Awaiting, DocumentStatus.Posted, approval.Note);
        }

        return outcome;
    }

    /// <summary>Adds why a document was ended, where that is said.</summary>
    private static Outcome Because(Termination termination, Draft draft, long documentSeq, State state)
    {
        if (termination.ReasonCode.Length == 0)
        {
            return draft;
        }

        if (Texts.FirstInvalid(termination.ReasonCode) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        var (reasonId, refusal) = DocumentHead.Listed(ListKind.Reason, termination.ReasonCode, state);
        if (refusal is not null)
        {
            return refusal;
        }

        draft.Other.Add(new TerminationRow { Seq = draft.Seq, DocumentSeq = documentSeq, ReasonId = reasonId });
        return draft;
    }

    private static Draft Step(string key, DocumentState known, string status, string note, State state)
    {
        var draft = new Draft(state.Seq + 1, "status") { HeldAs = status };
        AddStep(draft, key, known.Status, status, note);
        draft.Documents[key] = known with { Status = status };
        return draft;
    }
}
