using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>The examples of the posting API, and its requests read as the API reads them: by the serializer.</summary>
internal static class ApiExamples
{
    private static readonly JsonObject All = Read();

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower),
            new Exact<Money>(Money.Round, money => money.ToDecimal()),
            new Exact<Qty>(Qty.Round, qty => qty.ToDecimal()),
            new Exact<decimal>(number => number, number => number),
        },
    };

    private static readonly Dictionary<string, Type> Masters = typeof(Submission).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Submission)) && type.Name.EndsWith("Master", StringComparison.Ordinal))
        .ToDictionary(type => Snake(type.Name[..^"Master".Length]), StringComparer.Ordinal);

    private static readonly Dictionary<string, Type> Vouchers = new()
    {
        ["allocation"] = typeof(Allocation), ["auto_allocation"] = typeof(AutoAllocation),
        ["allocation_reversal"] = typeof(AllocationReversal), ["write_off"] = typeof(WriteOff),
    };

    /// <summary>In the order in which an empty book takes them.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        .. All["documents"]!.AsObject().Select(example => example.Key),
        .. All["vouchers"]!.AsArray().Select(example => (string)example!["type"]!),
    ];

    public static IReadOnlyList<Submission> MasterSubmissions =>
        [.. All["masters"]!.AsArray().Select(master => Of(master!.AsObject(), Masters[(string)master!["type"]!]))];

    public static JsonObject Json(string kind) => (All["documents"]![kind]
        ?? All["vouchers"]!.AsArray().First(example => (string)example!["type"]! == kind))!.DeepClone().AsObject();

    public static Type TypeOf(string kind) => Vouchers.GetValueOrDefault(kind) ?? typeof(Document);

    public static Submission Of(JsonObject request, Type type)
    {
        var bare = request.DeepClone().AsObject();
        bare.Remove("type");
        return (Submission)bare.Deserialize(type, Options)!;
    }

    /// <summary>All that a record says, to compare it by.</summary>
    public static string Text<T>(T record) => JsonSerializer.Serialize(record, record!.GetType(), Options);

    public static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static JsonObject Read()
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private sealed class Exact<T>(Func<decimal, T> read, Func<T, decimal> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.TokenType == JsonTokenType.String
                ? decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture)
                : reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(write(value));
    }
}
