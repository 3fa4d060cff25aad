using System.Text.Json;

namespace Analytics.Reports.Export;

/// <summary>An answer as JSON, for programs: keys always in the same order, decimals as exact numbers, both
/// languages.</summary>
internal static class JsonFile
{
    /// <param name="result">Its rows are not looked at.</param>
    /// <param name="rows">Read once, none kept.</param>
    /// <param name="target">Left open.</param>
    /// <param name="ct">Stops.</param>
    public static async Task WriteAsync(
        ReportResult result, IEnumerable<object?[]> rows, Stream target, CancellationToken ct)
    {
        var json = new Utf8JsonWriter(target, JsonParts.Options);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("report", result.Report);
            JsonParts.Label(json, "title", result.Title);
            json.WriteString("generation", result.Generation);
            json.WriteString("complete_to", result.CompleteTo);
            json.WriteStartObject("params");
            foreach (var (name, value) in result.Params)
            {
                json.WritePropertyName(name);
                JsonParts.Value(json, value);
            }
            json.WriteEndObject();
            WriteWindows(json, result.Windows);
            WriteColumns(json, result.Columns);
            json.WriteStartArray("rows");
            foreach (var row in rows)
            {
                WriteRow(json, row);
                if (json.BytesPending > JsonParts.FlushBytes)
                {
                    await json.FlushAsync(ct).ConfigureAwait(false);
                }
            }
            json.WriteEndArray();
            if (result.Levels is { } levels)
            {
                json.WriteStartArray("levels");
                foreach (var level in levels)
                {
                    json.WriteNumberValue(level);
                }
                json.WriteEndArray();
            }
            json.WritePropertyName("totals");
            WriteRow(json, result.Totals);
            json.WriteStartArray("notes");
            foreach (var note in result.Notes)
            {
                JsonParts.Label(json, null, note);
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
            JsonParts.Label(json, "label", window.Label);
            json.WriteString("from", CellText.Iso(window.From));
            json.WriteString("to", CellText.Iso(window.To));
            json.WriteNumber("days", window.Days);
            if (window.CutLabel is { } cut)
            {
                JsonParts.Label(json, "cut", cut);
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
            JsonParts.Label(json, "label", column.Label);
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
            JsonParts.Value(json, value);
        }
        json.WriteEndArray();
    }
}
