using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>How values and labels stand in every JSON that is given out: decimals as exact numbers, days as ISO
/// writes them, labels in both languages.</summary>
public static class JsonParts
{
    /// <summary>Bytes that may wait before they are written on.</summary>
    public const int FlushBytes = 64 * 1024;

    /// <summary>The file is read as JSON, never pasted into a page: Chinese stays legible.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Value(Utf8JsonWriter json, object? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateOnly date:
                json.WriteStringValue(CellText.Iso(date));
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Value(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <param name="json">Where to.</param>
    /// <param name="name">Of the property; null inside an array.</param>
    /// <param name="label">In both languages.</param>
    public static void Label(Utf8JsonWriter json, string? name, Label label)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartObject();
        json.WriteString("zh", label.Zh);
        json.WriteString("en", label.En);
        json.WriteEndObject();
    }
}
