using System.Text.Json;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>The names of kinds and tenders in mappings: snake_case, as in the book.</summary>
internal static class Codes
{
    private static readonly Dictionary<string, DocumentKind> Kinds = Named<DocumentKind>();
    private static readonly Dictionary<string, Tender> Tenders = Named<Tender>();
    private static readonly Dictionary<string, StoreKind> Stores = Named<StoreKind>();

    public static DocumentKind? Kind(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    public static Tender? Tender(string name) => Tenders.TryGetValue(name, out var tender) ? tender : null;

    public static StoreKind? Store(string name) => Stores.TryGetValue(name, out var kind) ? kind : null;

    public static string Names<T>()
        where T : struct, Enum => string.Join(", ", Named<T>().Keys);

    private static Dictionary<string, T> Named<T>()
        where T : struct, Enum => Enum.GetValues<T>()
        .ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);
}
