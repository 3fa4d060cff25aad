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

    public static string Name(DocumentKind kind) => Names[kind];

    /// <summary>The kind of a name in the book; null where it is none.</summary>
    public static DocumentKind? Find(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>Whether documents of the kind have lines of goods.</summary>
    public static bool HasLines(DocumentKind kind) => DocumentForms.Of(kind).Has(DocumentParts.Lines);
}
