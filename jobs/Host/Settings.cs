using System.Text.Json;
using Analytics.Host.Schedule;
using Analytics.Ingest.Foreign;
using Analytics.Star;

namespace Analytics.Host;

/// <summary>What <c>analytics.json</c> of a data folder says; a folder without one has no settings.</summary>
internal sealed record Settings
{
    private const int MostKept = 36_500;

    /// <summary>The book's PostgreSQL connection string; null where the file names none or is not there.</summary>
    public string? Ledger { get; private init; }

    /// <summary>The foreign database that the star is from instead of a book:
    /// <c>"source": { "name": "grasp", "provider": "SqlServer", "connection": "Server=…" }</c>.</summary>
    public ForeignSettings? Source { get; private init; }

    /// <summary>The month the fiscal year begins with, 1 to 12.</summary>
    public int FiscalStartMonth { get; private init; } = 1;

    /// <summary>Which generations a snapshot keeps: <c>"prune": { "keep": 5, "days": 7 }</c>.</summary>
    public Pruning Prune { get; private init; } = new();

    /// <summary>When a served folder takes snapshots and looks into its inbox, as cron expressions by name:
    /// <c>"schedule": { "nightly": "30 2 * * *", "within_day": "", "inbox": "* * * * *" }</c>; an empty one is never.
    /// </summary>
    public IReadOnlyDictionary<string, string> Schedule { get; private init; } = Timetable.Standard;

    /// <summary>The file below the data folder that each generation is copied to once it is served, for other tools:
    /// <c>"copy": "exports/star.duckdb"</c>; null for none.</summary>
    public string? Copy { get; private init; }

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
                "ledger" => settings with { Ledger = LedgerOf(setting.Value, path) },
                "source" => settings with { Source = SourceOf(setting.Value, path) },
                "fiscal_start_month" => settings with { FiscalStartMonth = MonthOf(setting.Value, path) },
                "prune" => settings with { Prune = PruneOf(setting.Value, path) },
                "copy" => settings with { Copy = CopyOf(setting.Value, path) },
                "schedule" => settings with { Schedule = ScheduleOf(setting.Value, path) },
                _ => throw new InvalidDataException(Texts.Say("settings.unknown", path, setting.Name)),
            };
        }

        return settings.Ledger is null || settings.Source is null
            ? settings
            : throw new InvalidDataException(Texts.Say("settings.two_sources", path));
    }

    private static ForeignSettings SourceOf(JsonElement value, string path)
    {
        var given = Members(value, path, "settings.source")
            .ToDictionary(member => member.Name, member => member.Value.GetRawText().Length > 2
                && member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : "");
        return given.Count == 3
            && given.GetValueOrDefault("name") is { Length: > 0 } name
            && given.GetValueOrDefault("provider") is { Length: > 0 } provider
            && given.GetValueOrDefault("connection") is { Length: > 0 } connection
            && !name.AsSpan().ContainsAny('/', '\\')
                ? new ForeignSettings(name, provider, connection)
                : throw new InvalidDataException(Texts.Say("settings.source", path));
    }

    private static string LedgerOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String && Analytics.Ledger.BookPlace.IsPostgres(value.GetString()!)
            ? value.GetString()!
            : throw new InvalidDataException(Texts.Say("settings.ledger", path));

    private static int MonthOf(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var month) && month is >= 1 and <= 12
            ? month
            : throw new InvalidDataException(Texts.Say("settings.fiscal_start_month", path));

    private static Pruning PruneOf(JsonElement value, string path)
    {
        var prune = new Pruning();
        foreach (var member in Members(value, path, "settings.prune"))
        {
            var isCount = member.Value.ValueKind == JsonValueKind.Number;
            if (!isCount || !member.Value.TryGetInt32(out var number) || number is < 0 or > MostKept)
            {
                throw new InvalidDataException(Texts.Say("settings.prune", path));
            }

            prune = member.Name switch
            {
                "keep" => prune with { Newest = number },
                "days" => prune with { Days = number },
                _ => throw new InvalidDataException(Texts.Say("settings.prune", path)),
            };
        }

        return prune;
    }

    /// <summary>Not among the generations, and not out of the folder.</summary>
    private static string CopyOf(JsonElement value, string path)
    {
        var name = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var home = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = Path.GetFullPath(name, home);
        var within = Path.GetRelativePath(home, file)
            .Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return name.EndsWith(".duckdb", StringComparison.Ordinal) && !Path.IsPathRooted(name)
            && within[0] is not (".." or "star")
                ? file
                : throw new InvalidDataException(Texts.Say("settings.copy", path));
    }

    private static Dictionary<string, string> ScheduleOf(JsonElement value, string path)
    {
        var schedule = new Dictionary<string, string>(Timetable.Standard);
        foreach (var member in Members(value, path, "settings.schedule"))
        {
            if (member.Value.ValueKind != JsonValueKind.String || !schedule.ContainsKey(member.Name))
            {
                throw new InvalidDataException(Texts.Say("settings.schedule", path));
            }

            schedule[member.Name] = member.Value.GetString()!;
        }

        return schedule;
    }

    private static List<JsonProperty> Members(JsonElement value, string path, string fault) =>
        value.ValueKind == JsonValueKind.Object
            ? [.. value.EnumerateObject()]
            : throw new InvalidDataException(Texts.Say(fault, path));
}
