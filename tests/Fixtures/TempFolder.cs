namespace Analytics.Fixtures;

/// <summary>A folder of its own for one test, deleted with all that is in it.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => FullPath = Directory.CreateTempSubdirectory("analytics-").FullName;

    public string FullPath { get; }

    public string File(params string[] parts) => Path.Combine([FullPath, .. parts]);

    public void Dispose()
    {
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }
}
