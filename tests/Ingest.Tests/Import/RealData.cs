namespace Analytics.Ingest.Tests.Import;

/// <summary>The public data sets, which are not part of the project: the folder that ANALYTICS_DATA names, or
/// ../shared/data beside the repository.</summary>
internal static class RealData
{
    /// <summary>The path of a file there; skips the test where it is absent.</summary>
    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Folder, .. parts]);
        Skip.IfNot(File.Exists(path), $"{path} is absent: set ANALYTICS_DATA to the folder of the real data");
        return path;
    }

    private static string Folder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("ANALYTICS_DATA") is { Length: > 0 } set)
            {
                return set;
            }

            return System.IO.Path.Combine(Repository, "..", "shared", "data");
        }
    }

    /// <summary>The root of the repository.</summary>
    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Analytics.sln")))
            {
                folder = folder.Parent!;
            }

            return folder.FullName;
        }
    }
}
