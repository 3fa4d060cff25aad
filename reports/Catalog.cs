using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Analytics.Star;

namespace Analytics.Reports;

/// <summary>Every report there is: those shipped with the program and those a company keeps in folders of its
/// own.</summary>
/// <remarks>A file that is put, changed or removed in a company's folder counts from the next second on. Safe for many
/// callers at once.</remarks>
public sealed class Catalog
{
    private const string Root = "catalog/";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true, IgnoreInaccessible = true,
    };

    private readonly Func<string> stamp;
    private readonly Func<IEnumerable<(string Path, string Id, string? Text)>> read;
    private readonly Glossary glossary;
    private readonly Lock gate = new();
    private CatalogState state;
    private long lookedAt = Stopwatch.GetTimestamp();

    private Catalog(
        Func<string> stamp, Func<IEnumerable<(string Path, string Id, string? Text)>> read, Glossary glossary)
    {
        (this.stamp, this.read, this.glossary) = (stamp, read, glossary);
        state = CatalogState.Read(stamp(), read(), glossary);
    }

    /// <summary>By id, without those that have errors.</summary>
    public IReadOnlyList<ReportDefinition> Reports => Current().Reports;

    /// <summary>Every fault of every file, as <c>path:line: message</c>. A shipped file's path counts from the
    /// catalog.</summary>
    public IReadOnlyList<string> Errors => Current().Errors;

    /// <summary>Another whenever a file of the company's is: who keeps an answer keeps it with this.</summary>
    public string Stamp => Current().Stamp;

    /// <summary>Reads the shipped catalog, then every <c>.sql</c> file below the company's folders, which need not
    /// exist.</summary>
    public static Catalog Load(IEnumerable<string>? companyFolders)
    {
        var folders = (companyFolders ?? []).ToList();
        return new(
            () => string.Join('\n', folders.SelectMany(FilesOf).Select(StampOf)),
            () => Shipped().Concat(folders.SelectMany(OfFolder)),
            Glossary.Load());
    }

    public ReportDefinition? Find(string id) => Current().Find(id);

    /// <summary>The faults of the file that would be report <paramref name="id"/>.</summary>
    public IReadOnlyList<string> ErrorsOf(string id) => Current().ErrorsOf(id);

    /// <summary>Reads files given as path for messages, id and text.</summary>
    internal static Catalog Load(IEnumerable<(string Path, string Id, string? Text)> files, Glossary glossary) =>
        new(() => "", () => files, glossary);

    private CatalogState Current()
    {
        lock (gate)
        {
            if (Stopwatch.GetElapsedTime(lookedAt) >= LookEvery)
            {
                var now = stamp();
                state = now == state.Stamp ? state : CatalogState.Read(now, read(), glossary);
                lookedAt = Stopwatch.GetTimestamp();
            }
            return state;
        }
    }

    private static IEnumerable<(string Path, string Id, string? Text)> Shipped()
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

    private static IEnumerable<(string Path, string Id, string? Text)> OfFolder(string folder)
    {
        foreach (var file in FilesOf(folder))
        {
            yield return (file, IdOf(Path.GetRelativePath(folder, file)), TextOf(file));
        }
    }

    private static IEnumerable<string> FilesOf(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.sql", Everywhere).Order(StringComparer.Ordinal)
        : [];

    private static string StampOf(string file)
    {
        var info = new FileInfo(file);
        return info.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{file} {info.LastWriteTimeUtc.Ticks} {info.Length}")
            : "";
    }

    /// <summary>Null where it cannot be read.</summary>
    private static string? TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string IdOf(string path) => path[..^".sql".Length].Replace('\\', '/');
}
