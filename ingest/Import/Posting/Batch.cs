using Analytics.Ingest.Import.Drafts;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Posting;

/// <summary>Some hundreds of submissions, masters before the documents that need them, and refused drafts on their
/// way to the reject file.</summary>
internal sealed class Batch
{
    private const int MaxSubmissions = 500;
    private const int MaxRows = 5_000;

    private readonly List<Submission> submissions = [];
    private readonly List<Draft> refused = [];
    private int rows;

    public IReadOnlyList<Submission> Submissions => submissions;

    /// <summary>What each submission came of: a master's draft, or a document's.</summary>
    public List<(MasterDraft? Master, Draft? Document)> Origins { get; } = [];

    public IReadOnlyList<Draft> Refused => refused;

    /// <summary>Rows of the file read when the batch was full.</summary>
    public long RowsRead { get; set; }

    public bool IsFull => submissions.Count >= MaxSubmissions || rows >= MaxRows;

    public void Add(MasterDraft master)
    {
        submissions.Add(master.Master);
        Origins.Add((master, null));
    }

    public void Add(Draft draft, string source)
    {
        rows += draft.Rows.Count;
        if (draft.IsGood)
        {
            submissions.Add(draft.ToSubmission(source));
            Origins.Add((null, draft));
        }
        else
        {
            refused.Add(draft);
        }
    }
}
