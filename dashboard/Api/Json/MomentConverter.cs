using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Dashboard.Api.Json;

/// <summary>A moment with its offset, such as 2026-11-22T10:00:00+08:00: without one it would be read in the server's
/// zone.</summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var hasOffset = time > 0 && (text[^1] == 'Z' || text.IndexOfAny(['+', '-'], time) > 0);
        return hasOffset && reader.TryGetDateTimeOffset(out var moment) ? moment : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
