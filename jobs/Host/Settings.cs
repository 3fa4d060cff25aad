using System.Text.Json;
using Analytics.Star;

namespace Analytics.Host;

/// <summary>What <c>analytics.json</c> of a data folder says; a folder without one has no settings.</summary>
internal static class Settings
{
    /// <summary>The book's PostgreSQL connection string; null where the file names none or is not there.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood: one line, in the user's language.
    /// </exception>
    public static string? Ledger(string path) => Read(path).Ledger;

    /// <summary>Which generations a snapshot keeps: <c>"prune": { "keep": 5, "days": 7 }</c>.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood.</exception>
    public static Pruning Prune(string path) => Read(path).Prune;

    private static (string? Ledger, Pruning Prune) Read(string path)
    {
        if (!File.Exists(path))
        {
            return (null, new Pruning());
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

    private static (string? Ledger, Pruning Prune) Read(JsonElement settings, string path)
    {
        string? ledger = null;
        var prune = new Pruning();
        foreach (var setting in settings.EnumerateObject())
        {
            switch (setting.Name)
            {
                case "ledger":
                    ledger = LedgerOf(setting.Value, path);
                    break;
                case "prune":
                    prune = PruneOf(setting.Value, path);
                    break;
                default:
                    throw new InvalidDataException(Texts.Say("settings.unknown", path, setting.Name));
            }
        }

        return (ledger, prune);
    }

    private static string LedgerOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } ledger
            && Analytics.Ledger.BookPlace.IsPostgres(ledger)
            ? ledger
            : throw new InvalidDataException(Texts.Say("settings.ledger", path));

    private static Pruning PruneOf(JsonElement value, string path)
    {
        var prune = new Pruning();
        var members = value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToList() : null;
        foreach (var member in members ?? throw Bad(path))
        {
            var isCount = member.Value.ValueKind == JsonValueKind.Number;
            if (!isCount || !member.Value.TryGetInt32(out var number) || number < 0 || number > 36_500)
            {
                throw Bad(path);
            }

            prune = member.Name switch
            {
                "keep" => prune with { Newest = number },
                "days" => prune with { Days = number },
                _ => throw Bad(path),
            };
        }

        return prune;
    }

    private static InvalidDataException Bad(string path) => new(Texts.Say("settings.prune", path));
}
