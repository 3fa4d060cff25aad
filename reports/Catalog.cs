using System.Reflection;
using System.Text;
using Analytics.Reports.Definition;
using Analytics.Star;

namespace Analytics.Reports;

/// <summary>Every report there is: those shipped with the program and those a company keeps in folders of its
/// own.</summary>
public sealed class Catalog
{
    private const string Root = "catalog/";

    private readonly Dictionary<string, ReportDefinition> byId;

    private Catalog(IReadOnlyList<ReportDefinition> reports, IReadOnlyList<string> errors)
    {
        Reports = reports;
        Errors = errors;
        byId = reports.ToDictionary(report => report.Id, StringComparer.Ordinal);
    }

    /// <summary>By id, without those that have errors.</summary>
    public IReadOnlyList<ReportDefinition> Reports { get; }

    /// <summary>Every fault of every file, as <c>path:line: message</c>. A shipped file's path counts from the
    /// catalog.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Reads the shipped catalog, then every <c>.sql</c> file below the company's folders, which need not
    /// exist.</summary>
    public static Catalog Load(IEnumerable<string>? companyFolders) =>
        Load(Shipped().Concat((companyFolders ?? []).SelectMany(OfFolder)), Glossary.Load());

    public ReportDefinition? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads files given as path for messages, id and text.</summary>
    internal static Catalog Load(IEnumerable<(string Path, string Id, string Text)> files, Glossary glossary)
    {
        var reports = new SortedDictionary<string, ReportDefinition>(StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var (path, id, text) in files)
        {
            var (definition, faults) = DefinitionParser.Parse(id, text, glossary);
            errors.AddRange(faults.Select(fault => $"{path}:{fault.Line}: {fault.Message}"));
            if (definition is not null && !reports.TryAdd(id, definition))
            {
                errors.Add($"{path}:1: a report '{id}' is there already; give this file another name");
            }
        }
        return new(reports.Values.ToList(), errors);
    }

    private static IEnumerable<(string Path, string Id, string Text)> Shipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                yield return (name[Root.Length..], IdOf(name[Root.Length..]), reader.ReadToEnd());
            }
        }
    }

    private static IEnumerable<(string Path, string Id, string Text)> OfFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }
        foreach (var file in Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            yield return (file, IdOf(Path.GetRelativePath(folder, file)), File.ReadAllText(file, Encoding.UTF8));
        }
    }

    private static string IdOf(string path) => path[..^".sql".Length].Replace('\\', '/');
}
