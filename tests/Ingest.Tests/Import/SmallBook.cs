using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Import;

/// <summary>Answers as the book does where importing depends on it: keys, current masters, unknown codes. For tests that
/// push more documents than a database should write in a default run.</summary>
internal sealed class SmallBook
{
    private readonly Dictionary<string, Submission> _entries = [];

    public List<Submission> Posted { get; } = [];

    public bool IsForgetful { get; init; }

    public Task<IReadOnlyList<PostResult>> PostAsync(IReadOnlyList<Submission> batch, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<PostResult>>([.. batch.Select(Post)]);
    }

    public IEnumerable<Document> Documents => Posted.OfType<Document>();

    private PostResult Post(Submission submission)
    {
        if (IsForgetful)
        {
            return new PostResult.Posted(1);
        }

        if (submission is Document document && Unknown(document) is { } unknown)
        {
            return new PostResult.Refused(unknown);
        }

        var key = Key(submission);
        if (_entries.TryGetValue(key, out var before) && Same(before, submission))
        {
            return new PostResult.AlreadyThere(1);
        }

        if (before is Document)
        {
            return new PostResult.Refused(new Refusal(RefusalReason.DuplicateKey, 0, key));
        }

        _entries[key] = submission;
        Posted.Add(submission);
        return new PostResult.Posted(Posted.Count);
    }

    private Refusal? Unknown(Document document)
    {
        if (!_entries.ContainsKey($"StoreMaster {document.StoreCode}"))
        {
            return new Refusal(RefusalReason.UnknownStore, 0, document.StoreCode);
        }

        for (var n = 0; n < document.Lines.Count; n++)
        {
            if (!_entries.ContainsKey($"ItemMaster {document.Lines[n].ItemCode}"))
            {
                return new Refusal(RefusalReason.UnknownItem, n + 1, document.Lines[n].ItemCode);
            }
        }

        return null;
    }

    private static bool Same(Submission a, Submission b) => a is Document first && b is Document second
        ? first with { Lines = second.Lines, Source = second.Source } == second && first.Lines.SequenceEqual(second.Lines)
        : a == b;

    private static string Key(Submission submission) => submission switch
    {
        Document document => $"{document.Kind} {(document.Key.Length > 0 ? document.Key : document.DocumentNo)}",
        StoreMaster store => $"StoreMaster {store.Code}",
        ItemMaster item => $"ItemMaster {item.Code}",
        PartyMaster party => $"PartyMaster {party.Code}",
        CategoryMaster category => $"CategoryMaster {category.Code}",
        EmployeeMaster employee => $"EmployeeMaster {employee.Code}",
        _ => throw new ArgumentException(submission.ToString()),
    };
}
