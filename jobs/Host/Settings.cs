using System.Text.Json;

namespace Analytics.Host;

/// <summary>What <c>analytics.json</c> of a data folder says; a folder without one has no settings.</summary>
internal static class Settings
{
    private const string LedgerKey = "ledger";

    /// <summary>The book's PostgreSQL connection string; null where the file names none or is not there.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood: one line, in the user's language.
    /// </exception>
    public static string? Ledger(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Ledger(json.RootElement, path)
                : throw new InvalidDataException(Texts.Say("settings.form", path));
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(Texts.Say("settings.json", path, fault.Message.ReplaceLineEndings(" ")));
        }
    }

    private static string? Ledger(JsonElement settings, string path)
    {
        string? ledger = null;
        foreach (var setting in settings.EnumerateObject())
        {
            if (setting.Name != LedgerKey)
            {
                throw new InvalidDataException(Texts.Say("settings.unknown", path, setting.Name));
            }

            ledger = setting.Value.ValueKind == JsonValueKind.String ? setting.Value.GetString() : null;
            if (ledger is null || !Analytics.Ledger.BookPlace.IsPostgres(ledger))
            {
                throw new InvalidDataException(Texts.Say("settings.ledger", path));
            }
        }

        return ledger;
    }
}
