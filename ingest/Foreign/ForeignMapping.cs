using System.Reflection;

namespace Analytics.Ingest.Foreign;

/// <summary>A folder of statements, one a table of the contract, each a select on a foreign schema.</summary>
/// <param name="Name">Of the folder.</param>
/// <param name="Statements">By table.</param>
internal sealed record ForeignMapping(string Name, IReadOnlyDictionary<string, string> Statements)
{
    private const string Shipped = "sources/";

    /// <summary>The names of the shipped mappings.</summary>
    public static IReadOnlyList<string> ShippedNames =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Shipped, StringComparison.Ordinal))
            .Select(name => name.Split('/')[1]).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The company's own mapping of a name, else the shipped one.</summary>
    /// <param name="ownMappings">A folder of folders.</param>
    /// <param name="name">Of the mapping.</param>
    /// <param name="faults">What is wrong with it, a line each; where there are some, it is not to be used.</param>
    public static ForeignMapping Load(string ownMappings, string name, out IReadOnlyList<string> faults)
    {
        var own = Path.Combine(ownMappings, name);
        var isOwn = name.Length > 0 && !name.AsSpan().ContainsAny('/', '\\') && Directory.Exists(own);
        var statements = (isOwn ? Own(own) : OfProgram(name)).ToDictionary(StringComparer.Ordinal);
        var mapping = new ForeignMapping(name, statements);
        faults = [.. mapping.Faults(own)];
        return mapping;
    }

    /// <summary>Where a table's statement is, for messages.</summary>
    public string FileOf(string table) => $"{Name}/{table}.sql";

    private static IEnumerable<KeyValuePair<string, string>> Own(string folder) =>
        Directory.EnumerateFiles(folder, "*.sql")
            .Select(path => KeyValuePair.Create(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)));

    private static IEnumerable<KeyValuePair<string, string>> OfProgram(string name)
    {
        var files = new Star.SqlFiles(Assembly.GetExecutingAssembly());
        return files.Under($"{Shipped}{name}/").Select(file => KeyValuePair.Create(file.Name, file.Text));
    }

    private IEnumerable<string> Faults(string own)
    {
        if (Statements.Count == 0)
        {
            yield return $"There is no mapping '{Name}': put its statements into {own}, or name a shipped one "
                + $"({string.Join(", ", ShippedNames)}).";
            yield break;
        }

        foreach (var unknown in Statements.Keys.Where(key => ForeignTable.All.All(table => table.Name != key)))
        {
            yield return $"{FileOf(unknown)}: no table has this name; there are "
                + $"{string.Join(", ", ForeignTable.All.Select(table => table.Name))}.";
        }

        (string Table, string Needs, string Why)[] pairs =
        [
            ("document_line", "document", "lines stand on documents"),
            ("ended_line", "document_line", "what is ended are lines"),
            ("invoice_line", "document_line", "what is invoiced, and over what, are lines"),
            ("stock_movement", "document", "movements stand on documents"),
            ("money_entry", "document", "money stands on documents"),
            ("money_entry", "account", "entries name accounts"),
            ("allocation", "money_entry", "what is settled are entries"),
            ("document", "control", "the source's own sums, which the audits compare with"),
            ("batch", "stock_movement", "a batch is where it first came in"),
            ("stock_movement", "on_hand", "the source's own stock, which the audits compare with"),
        ];
        foreach (var (table, needs, why) in pairs)
        {
            if (Statements.ContainsKey(table) && !Statements.ContainsKey(needs))
            {
                yield return $"{FileOf(needs)} is missing: {FileOf(table)} needs it ({why}).";
            }
        }
    }
}
