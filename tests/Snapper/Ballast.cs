namespace Analytics.Snapper;

/// <summary>What takes the rest of a disk.</summary>
internal static class Ballast
{
    /// <summary>Writes until nothing more goes in, not a byte.</summary>
    public static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var size = 1 << 16; size > 0; size /= 16)
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full for so much at once.
            }
        }
    }
}
