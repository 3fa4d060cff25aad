using System.Text.Json.Nodes;

namespace Analytics.Dashboard.Api.Description;

/// <summary>The examples of the description and the page: <c>examples.json</c>. Posted in their order to an empty book
/// they are all taken.</summary>
internal static class Examples
{
    private static readonly JsonNode All = Read();

    /// <summary>The body that writes the masters the documents need.</summary>
    public static JsonNode Masters => Batch("masters");

    /// <summary>The body that settles what the documents leave owed.</summary>
    public static JsonNode Vouchers => Batch("vouchers");

    public static JsonNode ApprovalRules => Batch("approval_rules");

    /// <summary>The body that closes a period.</summary>
    public static JsonNode PeriodClose => All["period_close"]!.DeepClone();

    /// <summary>What a listing answers over the book that the examples make.</summary>
    public static JsonNode Listing(string name) => All["listings"]![name]!.DeepClone();

    /// <summary>A document of each kind, by the kind's name.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode>> Documents => All["documents"]!.AsObject()
        .Select(example => KeyValuePair.Create(example.Key, example.Value!.DeepClone()));

    public static IEnumerable<string> Kinds => All["documents"]!.AsObject().Select(example => example.Key);

    /// <summary>The document of one kind.</summary>
    public static JsonNode Document(string kind) => All["documents"]![kind]!.DeepClone();

    private static JsonObject Batch(string field) => new() { [field] = All[field]!.DeepClone() };

    private static JsonNode Read()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(stream)!;
    }
}
