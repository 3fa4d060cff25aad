namespace Analytics.Fixtures;

/// <summary>Where the real data to try the product on lies: <c>ANALYTICS_DATA</c>, else <c>../shared/data</c> beside
/// the repository. It is no part of the project; a test that needs it says "skipped" where it is absent.</summary>
public static class RealData
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("ANALYTICS_DATA") is { Length: > 0 } given ? given : Beside();

    public static bool Has(params string[] parts)
    {
        var path = At(parts);
        return File.Exists(path) || Directory.Exists(path);
    }

    public static string At(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>The root of the repository.</summary>
    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
            {
                folder = folder.Parent!;
            }

            return folder.FullName;
        }
    }

    private static string Beside() => Path.Combine(Repository, "..", "shared", "data");
}
