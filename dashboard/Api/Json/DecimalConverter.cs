using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Dashboard.Api.Json;

/// <summary>A rate or factor with at most six decimals; written as a number.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var number = ExactNumber.Read(ref reader);
        return decimal.Round(number, 6, MidpointRounding.ToZero) == number ? number : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value);
}
