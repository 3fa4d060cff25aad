namespace Analytics.Star;

/// <summary>Writes one annex and publishes it: a new manifest over the base that is served.</summary>
/// <remarks>Holds the build lock from start to end, so rows are computed before it is started. Steps: the file is
/// written as <c>&lt;stamp&gt;.building.duckdb</c>; publishing loads it in order, checks it against the base, closes it
/// (<c>checkpointed</c>), gives it its name (<c>named</c>), writes the manifest (<c>described</c>), turns the pointer
/// (<c>pointed</c>) and adds to the history (<c>kept</c>). Disposed before, nothing is left.</remarks>
public sealed class AnnexBuild : IAsyncDisposable
{
    /// <summary>How many of the rows that cannot be are told.</summary>
    private const int MostRows = 5;

    private readonly StarFolder folder;
    private readonly BuildLock held;
    private readonly SqlFile table;
    private readonly AnnexOptions options;
    private readonly TimeProvider clock;
    private readonly long startedAt;
    private readonly string buildingPath;
    private readonly string history;
    private StarSession? session;

    private AnnexBuild(StarFolder folder, BuildLock held, SqlFile table, AnnexOptions options, TimeProvider clock)
    {
        this.folder = folder;
        this.held = held;
        this.table = table;
        this.options = options;
        this.clock = clock;
        startedAt = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        MadeAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        Generation = folder.NewStamp(MadeAt);
        buildingPath = Path.Combine(folder.FullPath, Generation + ".building.duckdb");
        history = options.HistoryFolder.Length > 0
            ? options.HistoryFolder
            : Path.Combine(Path.GetDirectoryName(folder.FullPath) ?? folder.FullPath, "forecasts");
    }

    /// <summary>The stamp that the new manifest and the file will bear.</summary>
    public string Generation { get; }

    /// <summary>Stands in every row.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <param name="folder">Of the generations; one must be served.</param>
    /// <param name="table">Of <see cref="StarSchema.Annexes"/>, by name.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="clock">Says the stamp.</param>
    /// <param name="ct">Stops; nothing is left then.</param>
    /// <exception cref="StarException">Someone is building, or nothing is served yet.</exception>
    public static async Task<AnnexBuild> StartAsync(
        StarFolder folder, string table, AnnexOptions options, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var declared = StarSchema.Annexes.FirstOrDefault(annex => annex.Name == table)
            ?? throw new ArgumentException($"{table} is no table of an annex", nameof(table));
        Directory.CreateDirectory(folder.FullPath);
        var held = BuildLock.Take(folder.FullPath, clock.GetUtcNow());
        AnnexBuild? build = null;
        try
        {
            folder.Sweep();
            build = new AnnexBuild(folder, held, declared, options, clock);
            await build.CreateAsync(build.Served(), ct);
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

    /// <summary>Takes rows in the order of the columns of <c>annex/staging</c>, in any order of rows; when it was made
    /// and of which generation is added.</summary>
    public RowAppender AppendRows() => session!.AppendToStaging("staging_" + table.Name);

    /// <summary>Serves the rows that were appended beside the base that is served, or says which cannot be.</summary>
    public async Task<AnnexOutcome> PublishAsync(CancellationToken ct)
    {
        var rows = await session!.ExecuteAsync(
            Read("load"), ct, ("made_at", MadeAt.UtcDateTime), ("from_generation", options.FromGeneration));
        if (rows == 0)
        {
            return new AnnexOutcome.Refused(
                $"{table.Name} got no rows, so there is nothing to publish; what was served is served still.", []);
        }

        var found = await session.QueryAsync(Read("checks"), row => row.GetString(0), MostRows, ct);
        if (found.Count > 0)
        {
            return new AnnexOutcome.Refused(
                $"{table.Name} has rows that cannot be, so it is not published; correct what computes it: {found[0]}.",
                found);
        }

        await session.CloseFileAsync(ct);
        await session.DisposeAsync();
        session = null;
        AtStep("checkpointed");
        ct.ThrowIfCancellationRequested();
        return new AnnexOutcome.Published(await PublishFileAsync(rows, ct));
    }

    /// <summary>Ends it. An annex that was not published leaves nothing behind.</summary>
    public async ValueTask DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
            session = null;
        }

        folder.Sweep();
        held.Dispose();
    }

    private async Task CreateAsync(Manifest served, CancellationToken ct)
    {
        folder.Check(served);
        var temp = options.Session.TempFolderFor(folder, "star-annex");
        if (Directory.Exists(temp))
        {
            Directory.Delete(temp, recursive: true);
        }

        session = await StarSession.CreateAsync(buildingPath, options.Session, temp, ct);
        await session.ExecuteAsync(table.Text, ct);
        foreach (var comment in await GlossaryComments.ForAsync(session.Connection, Glossary.Load(), ct))
        {
            await session.ExecuteAsync(comment, ct);
        }

        await session.ExecuteAsync(
            $"attach {DuckDb.Literal(folder.BasePath(served))} as base (read_only)", ct);
        await session.ExecuteAsync(Read("staging"), ct);
        AtStep("created");
    }

    private async Task<Manifest> PublishFileAsync(long rows, CancellationToken ct)
    {
        var annex = new AnnexFile(
            table.Name, $"{Generation}.{table.Name}.duckdb", rows, options.FromGeneration, MadeAt,
            StarSchema.Definition(table));
        StarFolder.FlushAndMove(buildingPath, folder.AnnexPath(annex));
        AtStep("named");
        var served = Served();
        var manifest = served with
        {
            Generation = Generation,
            BuiltAt = clock.GetUtcNow(),
            Seconds = Math.Round(clock.GetElapsedTime(startedAt).TotalSeconds, 3),
            SortedAt = served.SortedAt ?? served.BuiltAt,
            Annexes = [.. folder.AnnexesToKeep(served).Where(one => one.Table != annex.Table)
                .Append(annex).OrderBy(one => one.Table, StringComparer.Ordinal)],
        };
        folder.Write(manifest);
        AtStep("described");
        folder.Point(manifest);
        AtStep("pointed");
        await AnnexHistory.SettleAsync(folder, history, options.Session, ct);
        AtStep("kept");
        return manifest;
    }

    private Manifest Served() => folder.Current() ?? throw new StarException(
        $"No generation was published in {folder.FullPath} yet; build one with 'analytics snapshot'.");

    private string Read(string part) => StarSchema.Files.Read($"annex/{part}/{table.Name}.sql");

    private void AtStep(string name) => options.AtStep?.Invoke(name);
}
