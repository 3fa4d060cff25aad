namespace Analytics.Tidy.Rules;

/// <summary>Every data file is used, and what belongs together has the same name.</summary>
internal static class DataFileRules
{
    /// <summary>Folders that code reads whole, by listing; a file elsewhere must be named by a string of the code.
    /// Left: the folder; right: the project that lists it.</summary>
    private static readonly (string Folder, string Reader)[] Listed =
    [
        ("model/Ledger/migrations", "model"),
        ("model/Ledger/verify", "model/Ledger"),
        ("model/Ledger/sql/month_end", "model/Ledger"),
        ("model/Workspace/migrations", "model"),
        ("model/Star/schema", "model/Star"),
        ("model/Star/measures", "model/Star"),
        ("model/Star/annex", "model/Star"),
        ("ingest/Extract", "ingest"),
        ("ingest/staging", "ingest"),
        ("ingest/clear", "ingest"),
        ("ingest/load", "ingest"),
        ("ingest/audits", "ingest"),
        ("ingest/sources", "ingest"),
        ("ingest/Foreign/incoming", "ingest"),
        ("ingest/Foreign/check", "ingest"),
        ("ingest/Foreign/accept", "ingest"),
        ("ingest/Import/examples", ""),
        ("reports/catalog", "reports"),
        ("dashboard/boards", "dashboard"),
        ("dashboard/help", ""),
        ("dashboard/wwwroot", ""),
        ("jobs/Forecast/features", "jobs/Forecast"),
    ];

    private static readonly HashSet<string> Extensions =
        new(StringComparer.Ordinal) { ".sql", ".csv", ".txt", ".json" };

    private static readonly HashSet<string> ReadByTools =
        new(StringComparer.Ordinal) { "launchSettings.json", "appsettings.json", "packages.lock.json" };

    public static IEnumerable<Finding> AreUsed(Repository repository)
    {
        var words = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in repository.Files)
        {
            if (file.IsTest || file.Folder.Length == 0 || !Extensions.Contains(file.Extension)
                || ReadByTools.Contains(file.Name) || Listed.Any(listed => file.IsUnder(listed.Folder)))
            {
                continue;
            }

            var home = repository.OwnerOf(file)?.Folder ?? file.Path.Split('/')[0];
            if (!words.TryGetValue(home, out var said))
            {
                words.Add(home, said = Said(repository, home));
            }

            if (!Names(file, home).Any(said.Contains))
            {
                yield return file.At(1, $"no code in {home} names it", "use it or delete it");
            }
        }
    }

    /// <summary>A listed folder that holds files is named by a string of its reader.</summary>
    public static IEnumerable<Finding> ListedFoldersAreRead(Repository repository) =>
        from listed in Listed
        where listed.Reader.Length > 0
        let first = repository.Under(listed.Folder).FirstOrDefault(file => Extensions.Contains(file.Extension))
        where first is not null
        let folder = listed.Folder.Split('/')[^1]
        where !Said(repository, listed.Reader).Any(word => word == folder
            || word.StartsWith(folder + "/", StringComparison.Ordinal)
            || word.Contains("/" + folder, StringComparison.Ordinal))
        select first.At(1, $"no code in {listed.Reader} lists {folder}/", "read the folder or delete it");

    /// <summary>A table of the Star and the select that fills it have one stem. Annexes are not loaded from the book.
    /// </summary>
    public static IEnumerable<Finding> LoadsMatchTables(Repository repository)
    {
        var tables = Stems(repository, "model/Star/schema");
        foreach (var annex in Stems(repository, "model/Star/schema/annex").Keys)
        {
            tables.Remove(annex);
        }

        var loads = Stems(repository, "ingest/load");
        return tables.Where(table => !loads.ContainsKey(table.Key))
            .Select(table => table.Value.At(1, "no load fills this table", $"write ingest/load/{table.Key}.sql"))
            .Concat(loads.Where(load => !tables.ContainsKey(load.Key))
                .Select(load => load.Value.At(1, "fills no table", $"write model/Star/schema/{load.Key}.sql")));
    }

    private static SortedDictionary<string, SourceFile> Stems(Repository repository, string folder) =>
        new(repository.Sql.Where(file => file.IsUnder(folder)).ToDictionary(file => file.Stem), StringComparer.Ordinal);

    /// <summary>What code may call a file: its path below the project, its name, either without the ending.</summary>
    private static string[] Names(SourceFile file, string home)
    {
        var logical = file.Path[(home.Length + 1)..];
        return [logical, file.Name, logical[..^file.Extension.Length], file.Stem];
    }

    private static HashSet<string> Said(Repository repository, string folder) =>
        [.. repository.Under(folder).SelectMany(file => file.Extension switch
            {
                ".cs" => file.Literals.Select(literal => literal.Text),
                ".razor" => file.Text.Split('"'),
                _ => [],
            })];
}
