namespace Analytics.Host;

/// <summary>A file that a person asked for by name.</summary>
internal static class OutputFile
{
    /// <summary>Why no file can be written there, in one line; null where it can. Asked before the work.</summary>
    public static string? WhyNot(string path)
    {
        var folder = path.Length == 0 ? null : Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
        {
            return Texts.Say("report.out_folder", path);
        }

        if (!Directory.Exists(folder))
        {
            return Texts.Say("report.out_missing", folder);
        }

        // Renaming onto a device or a pipe would put a plain file in its place.
        return File.Exists(path) && !IsPlain(path) ? Texts.Say("report.out_device", path) : null;
    }

    /// <summary>Under another name first: a file that is there is whole.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        // A link stays one; what it points to is replaced.
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var part = target + ".part";
        try
        {
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                await write(stream);
            }

            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static bool IsPlain(string path)
    {
        if (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
        {
            return false;
        }

        // Read and write together, for opening a pipe for one of them waits for somebody at its other end.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        return stream.CanSeek;
    }
}
