using System.Data.Common;
using Analytics.Star;

namespace Analytics.Host;

/// <summary>What the disk, a file or another process did to us, as one line that says where and what to do.</summary>
internal static class Fault
{
    public static bool IsOne(Exception fault) =>
        fault is IOException or InvalidDataException or StarException or UnauthorizedAccessException or DbException;

    /// <summary>As the system says that a disk, or a file, takes no more.</summary>
    private static readonly string[] Full = ["No space left on device", "File too large", "Disk quota exceeded"];

    public static string Line(Exception fault, DataFolder folder) => fault switch
    {
        _ when Array.Exists(Full, full => fault.Message.Contains(full, StringComparison.OrdinalIgnoreCase)) =>
            Texts.Say("fault.full", folder.FullPath, fault.Message.TrimEnd('.')),
        DbException => Texts.Say("fault.database", folder.FullPath, fault.Message.TrimEnd('.')),

        // A full disk and a closed pipe name no file.
        IOException when !fault.Message.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) =>
            Texts.Say("fault.disk", folder.FullPath, fault.Message.TrimEnd('.')),
        UnauthorizedAccessException => Texts.Say("fault.access", fault.Message.TrimEnd('.')),
        _ => Texts.Say("fault", fault.Message),
    };
}
