namespace Analytics.Star;

/// <summary>Copies a generation with its annexes into one file under a fixed name, for tools that know DuckDB and
/// nothing of generations. The measures are in it as macros, the glossary as comments, and <c>copied_from</c> says what
/// it is.</summary>
/// <remarks>A file of its own, read from end to end: whoever should write into it reaches no generation. It gets its
/// name when it is whole and on the disk; a tool that has the one before open reads on in that.</remarks>
public static class StarCopy
{
    private const UnixFileMode Writing = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <param name="folder">Of the generations.</param>
    /// <param name="manifest">The generation.</param>
    /// <param name="into">The file; one that is there is replaced.</param>
    /// <param name="options">What it may use of the machine.</param>
    /// <param name="ct">Stops; the file that was there stays.</param>
    /// <exception cref="StarException">The generation cannot be read.</exception>
    /// <exception cref="IOException">The disk, or a tool that holds the old file open on Windows.</exception>
    public static async Task WriteAsync(
        StarFolder folder, Manifest manifest, string into, StarSessionOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(options);
        folder.Check(manifest);
        into = Path.GetFullPath(into);
        Directory.CreateDirectory(Path.GetDirectoryName(into)!);
        var part = into + ".part";
        using var hold = GenerationHold.Take(folder, manifest.Generation);
        Discard(part);
        try
        {
            await StarBuild.CopyFileAsync(folder.BasePath(manifest), part, ct);
            await FillAsync(folder, manifest, part, options, ct);
            ct.ThrowIfCancellationRequested();
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(part, File.GetUnixFileMode(part) & ~Writing);
            }

            File.Move(part, into, overwrite: true);
        }
        catch
        {
            Discard(part);
            throw;
        }
    }

    private static async Task FillAsync(
        StarFolder folder, Manifest manifest, string part, StarSessionOptions options, CancellationToken ct)
    {
        var temp = options.TempFolderFor(folder, "copy-" + Guid.NewGuid().ToString("N")[..8]);
        await using (var session = await StarSession.CreateAsync(part, options, temp, ct))
        {
            var annexes = manifest.Annexes.Where(StarSchema.IsKnown).ToList();
            foreach (var annex in annexes)
            {
                var name = "annex_" + annex.Table;
                await session.ExecuteAsync(
                    $"attach {DuckDb.Literal(folder.AnnexPath(annex))} as {name} (read_only)", ct);
                await session.ExecuteAsync($"copy from database {name} to star", ct);
                await session.ExecuteAsync($"detach {name}", ct);
            }

            foreach (var none in StarSchema.Annexes.Where(known => annexes.All(made => made.Table != known.Name)))
            {
                await session.ExecuteAsync(none.Text, ct);
            }

            foreach (var macros in StarSchema.Measures)
            {
                await session.ExecuteAsync(macros.Text, ct);
            }

            foreach (var comment in await GlossaryComments.ForAsync(session.Connection, Glossary.Load(), ct))
            {
                await session.ExecuteAsync(comment, ct);
            }

            await session.ExecuteAsync(StarSchema.Files.Read("statements/copied_from.sql"), ct);
            await session.ExecuteAsync(
                StarSchema.Files.Read("statements/copied_from_row.sql"), ct,
                ("generation", manifest.Generation), ("seq", manifest.Seq),
                ("complete_to", manifest.CompleteTo.UtcDateTime));
            await session.CloseFileAsync(ct);
        }

        StarFolder.Flush(part);
    }

    /// <summary>What an earlier copy left that was ended on its way.</summary>
    private static void Discard(string part)
    {
        File.Delete(part);
        File.Delete(part + ".wal");
    }
}
