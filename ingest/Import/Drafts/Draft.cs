using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>A document's rows and what became of them: the document to post, or why not.</summary>
internal sealed class Draft
{
    private readonly List<Row> rows = [];
    private readonly List<Words?> faults = [];
    private readonly List<DocumentLine> lines = [];
    private readonly List<MasterDraft> masters = [];

    /// <param name="group">What its rows share; null where a damaged row stands alone.</param>
    /// <param name="documentNo">For the reject file.</param>
    public Draft(string? group, string documentNo)
    {
        Group = group;
        DocumentNo = documentNo;
    }

    public string? Group { get; }

    public string DocumentNo { get; }

    public IReadOnlyList<Row> Rows => rows;

    /// <summary>Row by row what is wrong with it; null where nothing is.</summary>
    public IReadOnlyList<Words?> Faults => faults;

    public IReadOnlyList<MasterDraft> Masters => this.masters;

    /// <summary>What the first sound row says.</summary>
    public DocumentHead? Head { get; private set; }

    /// <summary>What the rows of a template say; null where a mapping says what rows mean.</summary>
    public TemplateDocument? Template { get; set; }

    /// <summary>What is wrong with the document as a whole.</summary>
    public Words? Fault { get; private set; }

    public bool IsGood => Fault is null && FirstBadLine == 0;

    /// <summary>The line of the first row that is wrong by itself; 0 where there is none.</summary>
    public long FirstBadLine { get; private set; }

    /// <summary>Further rows of a document that was too long to hold and is refused already.</summary>
    public bool IsContinued { get; init; }

    public void Add(Row row, Words? fault)
    {
        rows.Add(row);
        faults.Add(fault);
        if (fault is not null && FirstBadLine == 0)
        {
            FirstBadLine = row.Line;
        }
    }

    public void Add(Row row, DocumentHead head, DocumentLine line, IEnumerable<MasterDraft> masters)
    {
        Add(row, null);
        Head ??= head;
        lines.Add(line);
        this.masters.AddRange(masters);
    }

    public void Refuse(Words why) => Fault ??= why;

    /// <summary>The row (from 0) of the document's line (from 1); null where it has no such line.</summary>
    public int? RowOf(int line) => Template is not null ? Template.RowOf(line)
        : line <= rows.Count ? line - 1
        : null;

    /// <summary>The document; only of a good draft.</summary>
    public Submission ToSubmission(string source) =>
        Template is not null ? Template.ToSubmission(source) : Head!.ToDocument(source, lines);
}
