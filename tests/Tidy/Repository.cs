namespace Analytics.Tidy;

/// <summary>The text files of the repository, or of a sample in memory.</summary>
internal sealed class Repository
{
    private static readonly Lazy<Repository> Loaded = new(() => new Repository([.. Load(FindRoot())]));

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

    public Repository(IReadOnlyList<SourceFile> files)
    {
        Files = files;
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

    private static IEnumerable<SourceFile> Load(string root) =>
        Paths(new DirectoryInfo(root), isRoot: true)
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(
                Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes(path)));

    private static IEnumerable<string> Paths(DirectoryInfo folder, bool isRoot) =>
        folder.EnumerateFiles()
            .Where(file => TextExtensions.Contains(file.Extension) || TextNames.Contains(file.Name))
            .Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories()
                .Where(inner => !SkippedFolders.Contains(inner.Name) && !(isRoot && inner.Name == "data"))
                .SelectMany(inner => Paths(inner, isRoot: false)));
}
