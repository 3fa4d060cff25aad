using System.Globalization;
using System.Text.Json;
using Analytics.Ledger.Listings;
using Analytics.Reports;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Dashboard.Listings;

/// <summary>A listing of the book as a file: for the API, and for the command line.</summary>
/// <remarks>JSON and CSV are written row by row as the book is read; a table and a workbook hold all rows, and so have
/// a bound.</remarks>
public static class ListingFile
{
    /// <summary>The most rows that a table or workbook holds.</summary>
    public const int MostHeld = 100_000;

    /// <summary>One object: what was asked, the entry and moment it is complete to, columns with their labels, and rows
    /// as objects by column name.</summary>
    public static async Task WriteJsonAsync(ListingAnswer answer, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await using var json = new Utf8JsonWriter(target, JsonParts.Options);
        json.WriteStartObject();
        json.WriteString("listing", answer.Listing.Name);
        JsonParts.Label(json, "title", new Label(answer.Listing.Chinese, answer.Listing.English));
        json.WriteNumber("seq", answer.Seq);
        json.WriteString("complete_to", answer.CompleteTo);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in answer.Parameters)
        {
            json.WritePropertyName(name);
            JsonParts.Value(json, value);
        }

        json.WriteEndObject();
        WriteColumns(json, answer.Listing.Columns);
        json.WriteStartArray("rows");
        await foreach (var row in answer.Rows.WithCancellation(ct))
        {
            json.WriteStartObject();
            foreach (var (column, value) in answer.Listing.Columns.Zip(row))
            {
                json.WritePropertyName(column.Name);
                JsonParts.Value(json, value);
            }

            json.WriteEndObject();
            if (json.BytesPending > JsonParts.FlushBytes)
            {
                await json.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    /// <summary>A head row with the labels, then the rows; exact values.</summary>
    public static Task WriteCsvAsync(ListingAnswer answer, CultureInfo culture, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var head = answer.Listing.Columns.Select(column => Label(column).In(culture));
        return ReportFile.WriteCsvAsync(head, answer.Rows, target, ct);
    }

    /// <summary>The whole answer as a report's, to be shown as a table or kept as a workbook; null where it has more
    /// rows than these hold.</summary>
    public static async Task<ReportResult?> HoldAsync(ListingAnswer answer, TimeZoneInfo zone, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var rows = await answer.Rows.Take(MostHeld + 1).ToListAsync(ct);
        return rows.Count > MostHeld
            ? null
            : new ReportResult
            {
                Report = answer.Listing.Name,
                Title = new Label(answer.Listing.Chinese, answer.Listing.English),
                Generation = string.Create(CultureInfo.InvariantCulture, $"seq {answer.Seq}"),
                CompleteTo = TimeZoneInfo.ConvertTime(answer.CompleteTo, zone),
                Params = answer.Parameters.ToDictionary(pair => pair.Key, pair => (object?)pair.Value),
                Columns = [.. answer.Listing.Columns.Select(Column)],
                Rows = rows,
            };
    }

    private static ReportColumn Column(ListingColumn column) => new(
        column.Name, TypeOf(column.Type), Label(column), column.Type == ListingType.Amount ? "CNY" : "");

    private static ColumnType TypeOf(ListingType type) => type switch
    {
        ListingType.Text => ColumnType.Text,
        ListingType.Date => ColumnType.Date,
        ListingType.Count => ColumnType.Int,
        ListingType.Quantity or ListingType.Amount or ListingType.Price => ColumnType.Decimal,
        ListingType.Flag => ColumnType.Bool,
    };

    private static Label Label(ListingColumn column) => new(column.Chinese, column.English);

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<ListingColumn> columns)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type.ToString().ToLowerInvariant());
            JsonParts.Label(json, "label", Label(column));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
