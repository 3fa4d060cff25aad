using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Analytics.Dashboard.Api.Json;

/// <summary>Reads a decimal from a JSON number or a string exactly as it is written, or not at all: never through a
/// double, never rounded.</summary>
internal static class ExactNumber
{
    private const int MostDigits = 28;

    /// <exception cref="JsonException">No plain decimal, or one with more digits than a decimal holds.</exception>
    public static decimal Read(ref Utf8JsonReader reader)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.Number => Encoding.UTF8.GetString(
                reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
            JsonTokenType.String => reader.GetString()!,
            _ => throw new JsonException(),
        };
        return text.Length <= 64
            && text.Count(char.IsAsciiDigit) <= MostDigits
            && decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number)
            ? number
            : throw new JsonException();
    }
}
