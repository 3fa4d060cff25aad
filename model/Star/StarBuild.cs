using System.Data.Common;

namespace Analytics.Star;

/// <summary>Writes one new generation. Holds the build lock from start to end, so there is one build at a
/// time.</summary>
/// <remarks>Steps: the file is written as <c>&lt;stamp&gt;.building.duckdb</c>; <see cref="PublishAsync"/> checkpoints
/// and closes it, gives it its final name, writes the manifest and turns the pointer. A build that was not published is
/// discarded when disposed; what a killed one leaves is swept by the next. The annexes that are served stay attached.
/// </remarks>
public sealed class StarBuild : IAsyncDisposable
{
    // Made once: a thousand statements write the same three megabytes each time, and take longer than a small company's
    // facts.
    private static byte[]? empty;

    private readonly StarFolder folder;
    private readonly BuildLock held;
    private readonly Action<string> atStep;
    private readonly TimeProvider clock;
    private readonly long startedAt;
    private readonly string buildingPath;
    private readonly Manifest? onto;
    private bool isClosed;

    private StarBuild(
        StarFolder folder, BuildLock held, string generation, StarBuildOptions options, TimeProvider clock)
    {
        this.folder = folder;
        this.held = held;
        atStep = options.AtStep ?? (_ => { });
        onto = options.Onto;
        this.clock = clock;
        Generation = generation;
        buildingPath = Path.Combine(folder.FullPath, generation + ".building.duckdb");
        startedAt = clock.GetTimestamp();
    }

    /// <summary>The stamp this build will be published under.</summary>
    public string Generation { get; }

    /// <summary>The tables of the schema stand in its default catalog: empty, or as they were in the generation it
    /// begins with.</summary>
    public StarSession Session { get; private set; } = null!;

    public DbConnection Connection => Session.Connection;

    /// <exception cref="StarException">Someone else is building.</exception>
    public static async Task<StarBuild> StartAsync(
        StarFolder folder, StarBuildOptions options, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        Directory.CreateDirectory(folder.FullPath);
        var held = BuildLock.Take(folder.FullPath, clock.GetUtcNow());
        StarBuild? build = null;
        try
        {
            folder.Sweep();
            var temp = options.Session.TempFolderFor(folder, "star-build");
            if (Directory.Exists(temp))
            {
                Directory.Delete(temp, recursive: true);
            }

            var stamp = folder.NewStamp(clock.GetUtcNow());
            build = new StarBuild(folder, held, stamp, options, clock);
            await build.BeginAsync(options.Session, temp, ct);
            return build;
        }
        catch
        {
            if (build is null)
            {
                held.Dispose();
            }
            else
            {
                await build.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Appends to a table of the star.</summary>
    public RowAppender AppendTo(string table) => Session.AppendTo(table);

    /// <summary>Makes the generation whole and serves it. Nothing can be written to it afterwards.</summary>
    public async Task<Manifest> PublishAsync(LedgerHead head, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(head);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in StarSchema.Tables)
        {
            rows[table.Name] = await Session.CountAsync(table.Name, ct);
        }

        var (first, last) = await Session.BusinessDatesAsync(head.BusinessDate, ct);
        await Session.CloseFileAsync(ct);
        await Session.DisposeAsync();
        isClosed = true;
        atStep("checkpointed");
        ct.ThrowIfCancellationRequested();

        var manifest = new Manifest(
            Generation,
            Generation + ".duckdb",
            head.Seq,
            head.Hash,
            head.RecordedAt,
            clock.GetUtcNow(),
            first,
            last,
            rows,
            Math.Round(clock.GetElapsedTime(startedAt).TotalSeconds, 3),
            StarSchema.Version)
        {
            SignedHead = head.SignedHead,
            Loads = head.Loads,
            SortedAt = onto is null ? null : onto.SortedAt ?? onto.BuiltAt,
            Annexes = AnnexesToKeep(),
        };
        manifest = onto is null
            ? manifest
            : manifest with { AddedRows = onto.AddedRows + manifest.FactRows - onto.FactRows };
        StarFolder.FlushAndMove(buildingPath, folder.BasePath(manifest));
        atStep("named");
        folder.Write(manifest);
        atStep("described");
        folder.Point(manifest);
        atStep("pointed");
        return manifest;
    }

    /// <summary>Ends the build. One that was not published leaves nothing behind.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!isClosed)
        {
            isClosed = true;
            if (Session is not null)
            {
                await Session.DisposeAsync();
            }
        }

        if (Directory.Exists(folder.FullPath))
        {
            folder.Sweep();
        }

        held.Dispose();
    }

    /// <summary>Begins with empty tables, or with the file of another generation, read from end to end: it is served
    /// meanwhile.</summary>
    private async Task BeginAsync(StarSessionOptions options, string temp, CancellationToken ct)
    {
        if (onto is null)
        {
            empty ??= await MakeEmptyAsync(buildingPath, options, temp, ct);
            await File.WriteAllBytesAsync(buildingPath, empty, ct);
        }
        else
        {
            await CopyFileAsync(folder.BasePath(onto), buildingPath, ct);
        }

        atStep(onto is null ? "created" : "copied");
        Session = await StarSession.CreateAsync(buildingPath, options, temp, ct);
    }

    /// <summary>Copies a published base, whoever reads it meanwhile.</summary>
    internal static async Task CopyFileAsync(string path, string copy, CancellationToken ct)
    {
        const int chunk = 4 << 20;
        await using var from = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, chunk, FileOptions.SequentialScan);
        await using var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, chunk);
        await from.CopyToAsync(to, chunk, ct);
    }

    /// <summary>What stands beside the served base stands beside this one too, until it is replaced. A pointer that
    /// cannot be read is being replaced, and names nothing to keep.</summary>
    private IReadOnlyList<AnnexFile> AnnexesToKeep()
    {
        try
        {
            return folder.Current() is { } served ? [.. folder.AnnexesToKeep(served)] : [];
        }
        catch (StarException)
        {
            return [];
        }
    }

    /// <summary>A file of empty tables. In one transaction: each of a thousand statements would be synced to disk by
    /// itself.</summary>
    private static async Task<byte[]> MakeEmptyAsync(
        string path, StarSessionOptions options, string temp, CancellationToken ct)
    {
        await using (var session = await StarSession.CreateAsync(path, options, temp, ct))
        {
            await using (var transaction = await session.Connection.BeginTransactionAsync(ct))
            {
                foreach (var table in StarSchema.Tables)
                {
                    await session.ExecuteAsync(table.Text, ct);
                }

                foreach (var comment in await GlossaryComments.ForAsync(session.Connection, Glossary.Load(), ct))
                {
                    await session.ExecuteAsync(comment, ct);
                }

                await transaction.CommitAsync(ct);
            }

            await session.CloseFileAsync(ct);
        }

        return await File.ReadAllBytesAsync(path, ct);
    }
}
