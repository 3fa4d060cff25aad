namespace Analytics.Ledger.Reading;

/// <summary>What the codes in a posted document stand for, for people.</summary>
public sealed class DocumentNames
{
    private readonly Dictionary<(string Kind, string Code), string> names;

    private DocumentNames(Dictionary<(string Kind, string Code), string> names) => this.names = names;

    /// <summary>Goods, store, party, employee and means of payment as they were called when it was posted, the rest as
    /// it is called now.</summary>
    /// <param name="view">To read from.</param>
    /// <param name="seq">The document's entry.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<DocumentNames> ReadAsync(BookReader view, long seq, CancellationToken ct)
    {
        var rows = await view.RowsAsync(
            "sql/read_document_names.sql",
            row => (Key: (row.GetString(0), row.GetString(1)), Name: row.GetString(2)), ct, ("@seq", seq));
        var names = new Dictionary<(string, string), string>();
        foreach (var (key, name) in rows)
        {
            // A code may have two versions in one document, whose names differ.
            names.TryAdd(key, name);
        }

        return new(names);
    }

    public string Item(string code) => Of("item", code);

    /// <summary>Of a store or a depot.</summary>
    public string Store(string code) => Of("store", code);

    public string Party(string code) => Of("party", code);

    public string Employee(string code) => Of("employee", code);

    /// <summary>Of a means of payment.</summary>
    public string Tender(string code) => Of("tender", code);

    private string Of(string kind, string code) => names.GetValueOrDefault((kind, code), "");
}
