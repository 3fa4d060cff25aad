using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Ledger.Posting;

/// <summary>A document, voucher or reversal as the text a draft is kept in.</summary>
internal static class DraftContent
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static string Of(Document document) => JsonSerializer.Serialize(document, Form);

    public static string Of(Voucher voucher) => JsonSerializer.Serialize(voucher, Form);

    public static string Of(Reversal reversal) => JsonSerializer.Serialize(reversal, Form);

    public static Document Read(string content) => JsonSerializer.Deserialize<Document>(content, Form)!;

    public static Voucher ReadVoucher(string content) => JsonSerializer.Deserialize<Voucher>(content, Form)!;

    public static Reversal ReadReversal(string content) => JsonSerializer.Deserialize<Reversal>(content, Form)!;
}
