using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>What a row says about the document it belongs to.</summary>
internal sealed record DocumentHead(DocumentKind Kind, string DocumentNo, DateTimeOffset BusinessAt)
{
    public string Key { get; init; } = "";

    public string Store { get; init; } = "";

    public string Depot { get; init; } = "";

    public string Party { get; init; } = "";

    public string Employee { get; init; } = "";

    public ShipTo ShipTo { get; init; } = ShipTo.None;

    public Tender Tender { get; init; }

    public string OriginalNo { get; init; } = "";

    public Money? StatedTotal { get; init; }

    /// <summary>What the mapping says beside that.</summary>
    public Given More { get; init; } = new();

    /// <summary>The first field in which another row of the document contradicts this one; null where none does.
    /// Employee, ship-to, time of day and the columns beside are the first row's: sources keep those per line.
    /// </summary>
    public string? ContradictedBy(DocumentHead other, BusinessDay day) =>
        Kind != other.Kind ? "kind"
        : DocumentNo != other.DocumentNo ? "document_no"
        : Key != other.Key ? "key"
        : day.Of(BusinessAt).Date != day.Of(other.BusinessAt).Date ? "date"
        : Store != other.Store ? "store"
        : Depot != other.Depot ? "depot"
        : Party != other.Party ? "party"
        : OriginalNo != other.OriginalNo ? "original_no"
        : StatedTotal != other.StatedTotal ? "stated_total"
        : null;

    public Document ToDocument(string source, IReadOnlyList<DocumentLine> lines) =>
        KindForm.Add(More, new Document(Kind, DocumentNo, BusinessAt)
        {
            Key = Key,
            StoreCode = Store,
            DepotCode = Depot,
            PartyCode = Party,
            EmployeeCode = Employee,
            ShipTo = ShipTo,
            Tender = Tender,
            OriginalNo = OriginalNo,
            StatedTotal = StatedTotal,
            Source = source,
            Lines = lines,
        });
}
