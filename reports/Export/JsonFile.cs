using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>An answer as JSON, for programs: keys always in the same order, decimals as exact numbers, both
/// languages.</summary>
internal static class JsonFile
{
    private const int FlushBytes = 64 * 1024;

    // The file is read as JSON, never pasted into a page: Chinese stays legible.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(ReportResult result, Stream target, CancellationToken ct)
    {
        var json = new Utf8JsonWriter(target, Options);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("report", result.Report);
            WriteLabel(json, "title", result.Title);
            json.WriteString("generation", result.Generation);
            json.WriteString("complete_to", result.CompleteTo);
            json.WriteStartObject("params");
            foreach (var (name, value) in result.Params)
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
            json.WriteEndObject();
            WriteWindows(json, result.Windows);
            WriteColumns(json, result.Columns);
            json.WriteStartArray("rows");
            foreach (var row in result.Rows)
            {
                WriteRow(json, row);
                if (json.BytesPending > FlushBytes)
                {
                    await json.FlushAsync(ct).ConfigureAwait(false);
                }
            }
            json.WriteEndArray();
            json.WritePropertyName("totals");
            WriteRow(json, result.Totals);
            json.WriteStartArray("notes");
            foreach (var note in result.Notes)
            {
                WriteLabel(json, null, note);
            }
            json.WriteEndArray();
            json.WriteString("relation", result.Relation);
            json.WriteNumber("elapsed_ms", Math.Round(result.ElapsedMs, 3));
            json.WriteEndObject();
            await json.FlushAsync(ct).ConfigureAwait(false);
        }
    }

    private static void WriteWindows(Utf8JsonWriter json, IReadOnlyList<WindowRange> windows)
    {
        json.WriteStartArray("windows");
        foreach (var window in windows)
        {
            json.WriteStartObject();
            json.WriteString("key", window.Key);
            WriteLabel(json, "label", window.Label);
            json.WriteString("from", CellText.Iso(window.From));
            json.WriteString("to", CellText.Iso(window.To));
            json.WriteNumber("days", window.Days);
            if (window.CutLabel is { } cut)
            {
                WriteLabel(json, "cut", cut);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<ReportColumn> columns)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type.ToString().ToLowerInvariant());
            WriteLabel(json, "label", column.Label);
            json.WriteString("unit", column.Unit);
            if (column.Window is not null)
            {
                json.WriteString("window", column.Window);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, object?[]? row)
    {
        if (row is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        foreach (var value in row)
        {
            WriteValue(json, value);
        }
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
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
                    WriteValue(json, item);
                }
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteLabel(Utf8JsonWriter json, string? name, Label label)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }
        json.WriteString("zh", label.Zh);
        json.WriteString("en", label.En);
        json.WriteEndObject();
    }
}
