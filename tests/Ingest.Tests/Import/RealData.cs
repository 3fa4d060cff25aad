namespace Analytics.Ingest.Tests.Import;

/// <summary>The public data sets, skipping the test that needs one where it is absent.</summary>
internal static class RealData
{
    public static string Repository => Fixtures.RealData.Repository;

    public static string Path(params string[] parts)
    {
        var path = Fixtures.RealData.At(parts);
        Skip.IfNot(File.Exists(path), $"{path} is absent: set ANALYTICS_DATA to the folder of the real data");
        return path;
    }
}
