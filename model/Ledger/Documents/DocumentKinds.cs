using System.Collections.Frozen;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>The names of document kinds in the book: the snake_case of their names here.</summary>
public static class DocumentKinds
{
    private static readonly FrozenDictionary<string, DocumentKind> ByName =
        Enum.GetValues<DocumentKind>().ToFrozenDictionary(kind => Snake.Case(kind), StringComparer.Ordinal);

    private static readonly FrozenDictionary<DocumentKind, string> Names =
        ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly FrozenDictionary<string, (string Zh, string En)> Labels =
        PipedRows.Of("document_kinds.csv").ToFrozenDictionary(row => row[0], row => (row[1], row[2]));

    public static string Name(DocumentKind kind) => Names[kind];

    /// <summary>The kind of a name in the book; null where it is none.</summary>
    public static DocumentKind? Find(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>How people call a kind, of vouchers too, by its name in the book.</summary>
    public static string Label(string name, bool isEnglish) => isEnglish ? Labels[name].En : Labels[name].Zh;

    /// <summary>Whether documents of the kind have lines of goods.</summary>
    public static bool HasLines(DocumentKind kind) => DocumentForms.Of(kind).Has(DocumentParts.Lines);

    /// <summary>Whether a document of the kind may have what is added to a plain one: a field, a part, a field of its
    /// first line. What it may not have, posting refuses.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="add">Gives a document of the kind, which has what it must, the one thing that is asked about.
    /// </param>
    public static bool Takes(DocumentKind kind, Func<Document, Document> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        return TakenParts.Has(kind, add);
    }
}
