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

    private static string Beside()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? ".", "shared", "data");
    }
}
