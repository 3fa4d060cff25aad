using System.Reflection;
using Analytics.Ingest.Import.Drafts;
using Analytics.Ingest.Import.Posting;
using Analytics.Ingest.Import.Reading;
using Analytics.Ingest.Import.Templates;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>The mappings to choose from: the shipped ones and a company's own. An own one replaces the shipped one of
/// its name.</summary>
public sealed class MappingCatalog
{
    private const string Pattern = "*.map.json";

    private readonly SortedDictionary<string, Mapping> mappings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> errors = [];

    private MappingCatalog()
    {
    }

    public IReadOnlyCollection<Mapping> Mappings => this.mappings.Values;

    /// <summary>What is wrong with the files found, as "path:line: message"; such a file is left out.</summary>
    public IReadOnlyList<string> Errors => this.errors;

    /// <param name="folders">Where a company keeps its own <c>*.map.json</c>; a folder that is absent has none.</param>
    public static MappingCatalog Load(params IEnumerable<string> folders)
    {
        var catalog = new MappingCatalog();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Pattern[1..], StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            catalog.Add(name, bytes.ToArray(), []);
        }

        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder =>
            Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal)))
        {
            catalog.Add(path, File.ReadAllBytes(path), own);
        }

        return catalog;
    }

    /// <summary>One mapping file; null and the errors, all at once, where it is not sound.</summary>
    public static Mapping? Read(string path, out IReadOnlyList<string> errors)
    {
        var found = new List<string>();
        errors = found;
        if (!File.Exists(path))
        {
            found.Add($"{path}: there is no such mapping file: check the path");
            return null;
        }

        return MappingReader.Read(path, File.ReadAllBytes(path), found);
    }

    /// <summary>The mapping whose columns the file has, all of them; and no other has, or one line says
    /// which.</summary>
    /// <param name="path">A file, or a folder that holds the file a mapping names.</param>
    /// <param name="tempFolder">For what a workbook's reader spills.</param>
    /// <param name="ct">Stops between two mappings.</param>
    public MappingChoice Choose(string path, string tempFolder, CancellationToken ct)
    {
        var fitting = new List<Mapping>();
        var damage = Damage(path, tempFolder, ct);
        foreach (var mapping in this.mappings.Values)
        {
            ct.ThrowIfCancellationRequested();
            if (Fitting(mapping, path, tempFolder, ref damage, ct) is { } fit)
            {
                fitting.Add(fit);
            }
        }

        IEnumerable<Mapping> candidates = fitting.Count > 0 ? fitting : this.mappings.Values;
        var names = string.Join(", ", candidates.Select(mapping => mapping.Name));
        var place = Path.GetFileName(path);
        return fitting.Count switch
        {
            1 => new MappingChoice.Found(fitting[0]),
            0 when IsTemplate(path, tempFolder, ct) => new MappingChoice.Template(),
            0 when damage is { } words => new MappingChoice.None(words.At(place)),
            0 => new MappingChoice.None(new Words(
                $"没有映射与该文件的列相符（现有：{names}）；请用 --map 指定映射文件",
                $"no mapping fits the file's columns (there are: {names}): give one by --map").At(place)),
            _ => new MappingChoice.None(new Words(
                $"多个映射与该文件相符：{names}；请用 --map 指定其一",
                $"several mappings fit the file: {names}: give one by --map").At(place)),
        };
    }

    private static bool IsTemplate(string path, string tempFolder, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var rows = SourceFile.Open(path, SourceSpec.Of(path), tempFolder, ct);
            return TemplateHead.Fits(rows.Header);
        }
        catch (SourceException)
        {
            // What is wrong with the file is said by whoever opened it before.
            return false;
        }
    }

    /// <summary>What is wrong with a workbook or a Parquet file that is none, whether or not a mapping reads such.
    /// </summary>
    private static Words? Damage(string path, string tempFolder, CancellationToken ct)
    {
        if (!File.Exists(path) || SourceSpec.FormatOf(path) == "csv")
        {
            return null;
        }

        try
        {
            SourceFile.Open(path, SourceSpec.Of(path), tempFolder, ct).Dispose();
            return null;
        }
        catch (SourceException refused)
        {
            return refused.Words;
        }
    }

    /// <summary>The mapping as it reads the file; null where it does not fit.</summary>
    private static Mapping? Fitting(
        Mapping mapping, string path, string tempFolder, ref Words? damage, CancellationToken ct)
    {
        var isFolder = Directory.Exists(path);
        var file = isFolder ? Path.Combine(path, mapping.File.Source.File) : path;
        var rejectsOf = isFolder ? null : RejectFile.SourceFormat(file);
        var isLookedFor = isFolder
            ? mapping.File.Source.File.Length > 0 && File.Exists(file)
            : mapping.File.Source.Format == (rejectsOf ?? SourceSpec.FormatOf(file));
        if (!isLookedFor)
        {
            return null;
        }

        mapping = rejectsOf is null ? mapping : mapping.ForRejects();

        try
        {
            using var rows = SourceFile.Open(file, mapping.File.Source, tempFolder, ct);
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            var missing = Columns.Missing(mapping.File, rows.Header);
            if (missing.Count == 1)
            {
                damage ??= new Words(
                    $"映射 {mapping.Name} 所需的列只缺“{missing[0]}”；请补上，或用 --map 另指映射文件",
                    $"of the columns of mapping {mapping.Name} only '{missing[0]}' is missing: add it, or give another"
                    + " mapping by --map");
            }

            var hasJoins = mapping.File.Joins.All(join => File.Exists(Path.Combine(folder, join.File)));
            return missing.Count == 0 && hasJoins ? mapping : null;
        }
        catch (SourceException refused)
        {
            damage ??= refused.Words;
            return null;
        }
    }

    private void Add(string path, byte[] json, Dictionary<string, string> own)
    {
        if (MappingReader.Read(path, json, this.errors) is not { } mapping)
        {
            return;
        }

        if (own.TryGetValue(mapping.Name, out var other))
        {
            this.errors.Add($"{path}:1: name '{mapping.Name}' is also that of {other}: rename one");
            return;
        }

        own[mapping.Name] = path;
        this.mappings[mapping.Name] = mapping;
    }
}
