namespace Analytics.Tidy;

/// <summary>The text files of the repository, or of a sample in memory.</summary>
internal sealed class Repository
{
    private static readonly Lazy<Repository> Loaded = new(() => Load(FindRoot()));

    private static readonly HashSet<string> SkippedFolders = new(StringComparer.Ordinal)
    {
        "bin", "obj", ".git", ".vs", ".idea", "TestResults", "artifacts", "node_modules",
    };

    private static readonly HashSet<string> TextExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".sql", ".csv", ".json", ".md", ".csproj", ".props", ".targets", ".razor", ".html", ".css", ".js", ".sh",
        ".yml", ".txt", ".svg", ".sln", ".editorconfig", ".gitignore",
    };

    private static readonly HashSet<string> TextNames = new(StringComparer.Ordinal) { "LICENSE", "run" };

    private readonly HashSet<string> others;

    /// <param name="files">Files of text.</param>
    /// <param name="others">Paths of files of another kind, such as pictures.</param>
    public Repository(IReadOnlyList<SourceFile> files, IEnumerable<string>? others = null)
    {
        Files = files;
        this.others = new(others ?? [], StringComparer.Ordinal);
        Projects = [.. files.Where(file => file.Extension == ".csproj").Select(file => new ProjectFile(file))];
    }

    /// <summary>The repository that this test stands in.</summary>
    public static Repository Here => Loaded.Value;

    /// <summary>The folder that holds <c>Analytics.sln</c>.</summary>
    public static string Root => FindRoot();

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<ProjectFile> Projects { get; }

    public IEnumerable<SourceFile> Code => Files.Where(file => file.Extension == ".cs");

    public IEnumerable<SourceFile> Sql => Files.Where(file => file.Extension == ".sql");

    public static Repository Of(params (string Path, string Text)[] files) =>
        new([.. files.Select(file => new SourceFile(file.Path, file.Text))]);

    public SourceFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>Whether a file of any kind, or a folder with one in it, has this path.</summary>
    public bool Has(string path) =>
        others.Contains(path) || Files.Any(file => file.Path == path || file.IsUnder(path))
        || others.Any(other => other.StartsWith(path + "/", StringComparison.Ordinal));

    public IEnumerable<SourceFile> Under(string folder) => Files.Where(file => file.IsUnder(folder));

    /// <summary>The project whose folder holds the file; null for the root's and for source shared by two.</summary>
    public ProjectFile? OwnerOf(SourceFile file) =>
        Projects.Where(project => file.IsUnder(project.Folder)).MaxBy(project => project.Folder.Length);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no Analytics.sln above {AppContext.BaseDirectory}");
    }

    private static Repository Load(string root)
    {
        var files = Walk(new DirectoryInfo(root), isRoot: true)
            .Select(file => (File: file, Path: Path.GetRelativePath(root, file.FullName).Replace('\\', '/')))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToLookup(file => TextExtensions.Contains(file.File.Extension) || TextNames.Contains(file.File.Name));
        return new Repository(
            [.. files[true].Select(file => new SourceFile(file.Path, File.ReadAllBytes(file.File.FullName)))],
            files[false].Select(file => file.Path));
    }

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, bool isRoot) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories()
            .Where(inner => !SkippedFolders.Contains(inner.Name) && !(isRoot && inner.Name == "data"))
            .SelectMany(inner => Walk(inner, isRoot: false)));
}
