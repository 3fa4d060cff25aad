using System.Text.Json;

namespace Analytics.Host;

/// <summary>What <c>analytics.json</c> of a data folder says; a folder without one has no settings.</summary>
internal sealed record Settings
{
    private const string LedgerKey = "ledger";
    private const string FiscalKey = "fiscal_start_month";

    /// <summary>The book's PostgreSQL connection string; null where the file names none or is not there.</summary>
    public string? Ledger { get; private init; }

    /// <summary>The month the fiscal year begins with, 1 to 12.</summary>
    public int FiscalStartMonth { get; private init; } = 1;

    /// <exception cref="InvalidDataException">The file cannot be understood: one line, in the user's language.
    /// </exception>
    public static Settings Read(string path)
    {
        if (!File.Exists(path))
        {
            return new();
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(json.RootElement, path)
                : throw new InvalidDataException(Texts.Say("settings.form", path));
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(Texts.Say("settings.json", path, fault.Message.ReplaceLineEndings(" ")));
        }
    }

    private static Settings Read(JsonElement json, string path)
    {
        var settings = new Settings();
        foreach (var setting in json.EnumerateObject())
        {
            settings = setting.Name switch
            {
                LedgerKey => settings with { Ledger = LedgerOf(setting.Value, path) },
                FiscalKey => settings with { FiscalStartMonth = MonthOf(setting.Value, path) },
                _ => throw new InvalidDataException(Texts.Say("settings.unknown", path, setting.Name)),
            };
        }

        return settings;
    }

    private static string LedgerOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String && Analytics.Ledger.BookPlace.IsPostgres(value.GetString()!)
            ? value.GetString()!
            : throw new InvalidDataException(Texts.Say("settings.ledger", path));

    private static int MonthOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var month) && month is >= 1 and <= 12
            ? month
            : throw new InvalidDataException(Texts.Say("settings.fiscal_start_month", path));
}
