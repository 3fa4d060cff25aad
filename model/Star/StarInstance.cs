using System.Data.Common;
using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>An in-process DuckDB instance that reads generations and nothing else: their files attached read-only, the
/// measure macros, and locked: no settings, and no files but those of the star folder.</summary>
/// <remarks>Files are attached once, when it opens, and let go of when it closes. Nothing is ever detached: DuckDB 1.5
/// can crash where one thread detaches a file while another frees memory of the same instance.</remarks>
internal sealed class StarInstance : IAsyncDisposable
{
    private readonly DuckDBConnection root;
    private readonly string tempFolder;
    private readonly List<GenerationHold> holds = [];
    private readonly Lock gate = new();

    private StarInstance(DuckDBConnection root, string tempFolder)
    {
        this.root = root;
        this.tempFolder = tempFolder;
    }

    /// <summary>The name that a file is attached by: <c>20261122T183000.duckdb</c> by <c>g20261122T183000</c>.
    /// </summary>
    public static string NameOf(string file) =>
        "g" + Path.GetFileNameWithoutExtension(file).Replace('.', '_');

    /// <summary>Prefix of a base's tables, such as <c>g20261122T183000.main</c>.</summary>
    public static string SchemaOf(Manifest manifest) => NameOf(manifest.BaseFile) + ".main";

    /// <summary>Opens the generations beside each other. A file on which several of them stand is attached once.
    /// </summary>
    /// <exception cref="StarException">One of them is missing, corrupt or of a newer schema.</exception>
    public static async Task<StarInstance> OpenAsync(
        StarFolder folder, IReadOnlyList<Manifest> generations, StarSessionOptions options, CancellationToken ct)
    {
        foreach (var manifest in generations)
        {
            folder.Check(manifest);
        }

        var temp = options.TempFolderFor(folder, "readers-" + Guid.NewGuid().ToString("N")[..8]);
        var instance = new StarInstance(await DuckDb.OpenInstanceAsync(options, temp, ct), temp);
        try
        {
            foreach (var measures in StarSchema.Measures)
            {
                await RunAsync(instance.root, measures.Text, ct);
            }

            await instance.CreateEmptyAnnexesAsync(ct);
            await instance.AttachAsync(folder, generations, ct);
            await instance.LockDownAsync(folder, ct);
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection of the caller's own.</summary>
    public DuckDBConnection Connect()
    {
        lock (gate)
        {
            var connection = root.Duplicate();
            connection.Open();
            return connection;
        }
    }

    /// <summary>Reads the base through once, so that the first who asks does not pay for cold pages.</summary>
    /// <exception cref="StarException">It cannot be read.</exception>
    public async Task WarmUpAsync(Manifest manifest, CancellationToken ct)
    {
        await using var connection = Connect();
        try
        {
            await RunAsync(connection, $"use {NameOf(manifest.BaseFile)}", ct);
            await RunAsync(connection, StarSchema.Files.Read("statements/warm_up.sql"), ct);
        }
        catch (DuckDBException e)
        {
            throw DuckDb.Unreadable(manifest.BaseFile, e);
        }
    }

    /// <summary>Closes it; who still has a connection of it may finish.</summary>
    public async ValueTask DisposeAsync()
    {
        await root.DisposeAsync();
        foreach (var hold in holds)
        {
            hold.Dispose();
        }

        if (Directory.Exists(tempFolder))
        {
            Directory.Delete(tempFolder, recursive: true);
        }
    }

    private async Task AttachAsync(StarFolder folder, IReadOnlyList<Manifest> generations, CancellationToken ct)
    {
        var attached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var manifest in generations)
        {
            holds.Add(GenerationHold.Take(folder, manifest.Generation));
            IEnumerable<string> files =
            [
                folder.BasePath(manifest),
                .. manifest.Annexes.Where(StarSchema.IsKnown).Select(folder.AnnexPath),
            ];
            foreach (var file in files.Where(attached.Add))
            {
                try
                {
                    await RunAsync(root, $"attach {DuckDb.Literal(file)} as {NameOf(file)} (read_only)", ct);
                }
                catch (DuckDBException e)
                {
                    throw DuckDb.Unreadable(file, e);
                }
            }
        }
    }

    /// <summary>An annex that was not made yet is an empty table.</summary>
    private async Task CreateEmptyAnnexesAsync(CancellationToken ct)
    {
        foreach (var annex in StarSchema.Annexes)
        {
            await RunAsync(root, annex.Text, ct);
        }

        foreach (var comment in await GlossaryComments.ForAsync(root, Glossary.Load(), ct))
        {
            await RunAsync(root, comment, ct);
        }
    }

    private Task LockDownAsync(StarFolder folder, CancellationToken ct) => RunAsync(
        root,
        $"set allowed_directories = [{DuckDb.Literal(folder.FullPath + Path.DirectorySeparatorChar)}]; "
        + "set enable_external_access = false; set lock_configuration = true;",
        ct);

    private static async Task RunAsync(DbConnection connection, string statement, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await DuckDb.RunAsync(() => command.ExecuteNonQueryAsync(ct), ct);
    }
}
