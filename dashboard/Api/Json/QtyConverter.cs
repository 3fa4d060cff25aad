using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Ledger;

namespace Analytics.Dashboard.Api.Json;

/// <summary>A quantity with at most four decimals; written as a number.</summary>
internal sealed class QtyConverter : JsonConverter<Qty>
{
    public override Qty Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Qty.TryExact(ExactNumber.Read(ref reader), out var qty) ? qty : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Qty value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToDecimal());
}
