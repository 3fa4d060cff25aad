namespace Analytics.EndToEnd.Crash;

/// <summary>Something a process did to a file, or said, in the order in which it did.</summary>
/// <param name="Kind">What.</param>
/// <param name="File">The file's name without its folder; for an answer what was said.</param>
/// <param name="Offset">Where it was written; the new length of a file that was cut.</param>
/// <param name="Data">What was written.</param>
internal sealed record DiskEvent(DiskEvent.What Kind, string File, long Offset, byte[] Data)
{
    internal enum What
    {
        Write,
        Cut,
        Sync,
        Answer,
    }
}
