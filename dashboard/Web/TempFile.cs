namespace Analytics.Dashboard.Web;

/// <summary>A file that a response is made in, so that a fault on the way is an error and not a short file.</summary>
internal static class TempFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Empty, for writing and reading again; it goes with its handle.</summary>
    public static FileStream Open(string folder)
    {
        Directory.CreateDirectory(folder);
        return new FileStream(
            Path.Combine(folder, $"download-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, BufferBytes, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }
}
