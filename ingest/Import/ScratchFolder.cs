namespace Analytics.Ingest.Import;

/// <summary>A folder for one import's temporary files, gone with it. What a killed import left behind is cleared by the
/// next one: a folder whose lock nobody holds belongs to nobody.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "import-";
    private const string LockName = "lock";

    private readonly FileStream gate;

    public ScratchFolder(string parent)
    {
        FullPath = Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        Directory.CreateDirectory(parent);
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            ClearIfAbandoned(folder);
        }

        Directory.CreateDirectory(FullPath);
        gate = new FileStream(Path.Combine(FullPath, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public string FullPath { get; }

    /// <summary>Deletes the files of that pattern that no process holds open.</summary>
    public static void ClearAbandoned(string folder, string pattern)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder, pattern).Where(path => !IsHeld(path)))
        {
            File.Delete(path);
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        Directory.Delete(FullPath, recursive: true);
    }

    private static void ClearIfAbandoned(string folder)
    {
        // Without a lock file it may be another import's that is just beginning.
        var held = Path.Combine(folder, LockName);
        if (File.Exists(held) && !IsHeld(held))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
