using System.Diagnostics;
using Analytics.Ingest.Import.Drafts;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import.Posting;

/// <summary>Hands batches to the book and sorts out the answers: counts, reject file, refused masters.</summary>
/// <param name="post">The book; null in a dry run.</param>
/// <param name="masters">The masters of this import.</param>
/// <param name="rejects">Where refused rows go.</param>
internal sealed class Poster(
    Func<IReadOnlyList<Submission>, CancellationToken, Task<IReadOnlyList<PostResult>>>? post,
    MasterBook masters,
    RejectFile rejects)
{
    public ImportCounts Counts { get; private set; } = new();

    public async Task PostAsync(Batch batch, CancellationToken ct)
    {
        foreach (var draft in batch.Refused)
        {
            Reject(draft);
        }

        if (post is null)
        {
            var documents = batch.Origins.Count(origin => origin.Document is not null);
            Counts = Counts with
            {
                DocumentsPosted = Counts.DocumentsPosted + documents,
                MastersCreated = Counts.MastersCreated + batch.Origins.Count - documents,
            };
        }
        else if (batch.Submissions.Count > 0)
        {
            var results = await post(batch.Submissions, ct);
            for (var n = 0; n < results.Count; n++)
            {
                Take(batch.Origins[n], results[n]);
            }
        }
    }

    private void Take((MasterDraft? Master, Draft? Document) origin, PostResult result)
    {
        switch (result, origin)
        {
            case (PostResult.Posted, { Master: not null }):
                Counts = Counts with { MastersCreated = Counts.MastersCreated + 1 };
                break;
            case (PostResult.Posted, _):
                Counts = Counts with { DocumentsPosted = Counts.DocumentsPosted + 1 };
                break;
            case (PostResult.Held, { Document: not null }):
                Counts = Counts with { DocumentsHeld = Counts.DocumentsHeld + 1 };
                break;
            case (PostResult.AlreadyThere, { Document: not null }):
                Counts = Counts with { DocumentsAlreadyThere = Counts.DocumentsAlreadyThere + 1 };
                break;
            case (PostResult.AlreadyThere, _):
                break;
            case (PostResult.Refused refused, { Master: { } master }):
                masters.Refused(master, refused.Refusal);
                Counts = Counts with { MastersRefused = Counts.MastersRefused + 1 };
                break;
            case (PostResult.Refused refused, { Document: { } draft }):
                Reject(draft, refused.Refusal);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Reject(Draft draft)
    {
        var line = draft.FirstBadLine;
        for (var n = 0; n < draft.Rows.Count; n++)
        {
            rejects.Write(draft.Rows[n], draft.DocumentNo, draft.Faults[n] ?? draft.Fault ?? RefusedWith(line));
        }

        Count(draft);
    }

    private void Reject(Draft draft, Refusal refusal)
    {
        var own = masters.Explain(refusal with { LineNo = 0 });
        if (refusal.Reason == RefusalReason.DuplicateKey)
        {
            own = Words.Join([own, new Words(
                "该单据此前已导入而内容不同",
                "the document was imported before with other content")]);
        }

        var wrong = refusal.LineNo == 0 ? null : draft.RowOf(refusal.LineNo);
        for (var n = 0; n < draft.Rows.Count; n++)
        {
            var reason = wrong is { } at && at != n ? RefusedWith(draft.Rows[at].Line) : own;
            rejects.Write(draft.Rows[n], draft.DocumentNo, reason);
        }

        Count(draft);
    }

    private void Count(Draft draft) => Counts = Counts with
    {
        DocumentsRefused = Counts.DocumentsRefused + (draft.IsContinued ? 0 : 1),
        RowsRefused = Counts.RowsRefused + draft.Rows.Count,
    };

    private static Words RefusedWith(long line) =>
        new($"因第 {line} 行有误，整张单据一并拒绝", $"refused with line {line}: a document is imported whole or not at all");
}
