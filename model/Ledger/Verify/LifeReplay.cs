using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Verify;

/// <summary>Follows each document that has steps recorded through its life, and compares where it stands.</summary>
/// <remarks>Memory grows with drafts, approvals and reversals, not with documents.</remarks>
internal sealed class LifeReplay
{
    private readonly Dictionary<string, DocumentState> documents = [];

    public void Take(EntryRow entry, Draft draft)
    {
        if (draft.Other.OfType<DraftRow>().FirstOrDefault() is { } kept)
        {
            var kind = kept.Kind == ReversalPosting.HeldKind ? "" : kept.Kind;
            documents[kept.DocumentKey] = new DocumentState(
                kind, kept.DocumentNo, "", None.Id, kept.Seq, kept.ContentDigest, entry.Actor, "");
        }

        foreach (var step in draft.Other.OfType<StatusChangeRow>())
        {
            Step(entry, draft, step);
        }
    }

    public void Compare(StateTables tables, Findings findings)
    {
        foreach (var (key, expected) in documents)
        {
            // Who handed in a document that never was a draft, and its content, stand in its own row.
            var kept = tables.Document(key);
            findings.Expect(
                kept is null ? "" : Text(kept, expected), Text(expected, expected), "state", Math.Max(expected.Seq, 0),
                $"document {key}");
        }
    }

    private void Step(EntryRow entry, Draft draft, StatusChangeRow step)
    {
        var known = documents.GetValueOrDefault(step.DocumentKey)
            ?? new DocumentState("", "", "", None.Id, None.Id, "", "", "");
        var isOwn = draft.Document is { } document && document.DocumentKey == step.DocumentKey;
        documents[step.DocumentKey] = known with
        {
            Status = step.StatusAfter,
            Seq = isOwn ? draft.Seq : known.Seq,
            Digest = isOwn ? draft.Document!.ContentDigest : known.Digest,
            // What was approved was handed in by its author, whoever's approval posted it.
            Actor = isOwn && step.StatusBefore != DocumentStatus.Awaiting ? entry.Actor : known.Actor,
            Approvals = (step.StatusBefore, step.StatusAfter) is (DocumentStatus.Awaiting, DocumentStatus.Awaiting)
                ? string.Join(
                    '\n', known.Approvals.Split('\n', StringSplitOptions.RemoveEmptyEntries).Append(entry.Actor))
                : step.StatusAfter == DocumentStatus.Terminated ? known.Approvals
                : "",
        };
    }

    private static string Text(DocumentState state, DocumentState like) => string.Join(
        '|', state.Status, like.Seq > 0 ? state.Seq : 0, state.DraftSeq, like.DraftSeq > 0 ? state.Digest : "",
        like.DraftSeq > 0 ? state.Actor : "", state.Approvals.Replace('\n', ','));
}
