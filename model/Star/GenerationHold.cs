namespace Analytics.Star;

/// <summary>Keeps a generation from being pruned: <c>&lt;stamp&gt;.readers</c> held open, by many who read it or by the
/// one who deletes it, in whatever process. The system lets go of it when the process ends, however it ends.</summary>
/// <remarks>The file is not the base itself: closing any handle to that would let go of the engine's own lock.
/// </remarks>
internal sealed class GenerationHold : IDisposable
{
    private readonly FileStream? file;

    private GenerationHold(FileStream? file) => this.file = file;

    /// <summary>Held by a reader, beside others.</summary>
    /// <exception cref="StarException">It is being deleted, or was.</exception>
    public static GenerationHold Take(StarFolder folder, string generation)
    {
        FileStream? file;
        try
        {
            file = new FileStream(
                folder.HoldPath(generation), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (UnauthorizedAccessException)
        {
            // Who may not write in the folder reads it unheld.
            file = null;
        }
        catch (IOException e)
        {
            throw Gone(folder, generation, e);
        }

        var hold = new GenerationHold(file);
        if (folder.Find(generation) is null)
        {
            hold.Dispose();
            throw Gone(folder, generation);
        }

        return hold;
    }

    /// <summary>Held by who deletes it; null where somebody reads it.</summary>
    public static GenerationHold? TryTakeAlone(StarFolder folder, string generation)
    {
        try
        {
            return new GenerationHold(new FileStream(
                folder.HoldPath(generation), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file?.Dispose();

    private static StarException Gone(StarFolder folder, string generation, IOException? cause = null) => new(
        $"{folder.FullPath} no longer holds generation '{generation}', or cannot keep it; "
        + "'analytics generation list' shows those it holds.",
        cause!);
}
