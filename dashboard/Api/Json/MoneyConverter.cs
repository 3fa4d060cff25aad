using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Ledger;

namespace Analytics.Dashboard.Api.Json;

/// <summary>An amount with at most four decimals; written as a number.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Money.TryExact(ExactNumber.Read(ref reader), out var money) ? money : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToDecimal());
}
