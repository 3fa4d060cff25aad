using System.Data.Common;
using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>The one in-process DuckDB instance that serves reports. Generations are attached to it read-only, never
/// opened by path; it knows the measure macros and is locked: no settings, and no files but those of the star folder.
/// </summary>
/// <remarks>A base on which several generations stand is attached once. Serving follows the pointer. The first to rent
/// after the pointer turned attaches and warms the new generation; whoever rents meanwhile gets the old one at once. A
/// generation is detached when nobody leases it and it is not the served one.</remarks>
public sealed class StarReaders : IAsyncDisposable
{
    private readonly StarFolder folder;
    private readonly StarReadersOptions options;
    private readonly DuckDBConnection root;
    private readonly string tempFolder;
    private readonly SemaphoreSlim attaching = new(1, 1);
    private readonly Lock gate = new();
    private readonly AttachedFiles files = new();
    private readonly Dictionary<string, Attached> attached = new(StringComparer.Ordinal);
    private Attached? current;
    private string? followed;
    private bool isDisposed;

    private StarReaders(StarFolder folder, StarReadersOptions options, DuckDBConnection root, string tempFolder)
    {
        this.folder = folder;
        this.options = options;
        this.root = root;
        this.tempFolder = tempFolder;
    }

    /// <summary>Why the generation that the pointer names is not served, while an older one is; null when all is well.
    /// </summary>
    public string? SwitchRefused { get; private set; }

    /// <summary>Opens the instance. The folder may hold no generation yet.</summary>
    public static async Task<StarReaders> OpenAsync(
        StarFolder folder, StarReadersOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(folder.FullPath);
        var temp = options.Session.TempFolderFor(folder, "readers-" + Guid.NewGuid().ToString("N")[..8]);
        var root = await DuckDb.OpenInstanceAsync(options.Session, temp, ct);
        var readers = new StarReaders(folder, options, root, temp);
        try
        {
            foreach (var measures in StarSchema.Measures)
            {
                await RunAsync(root, measures.Text, ct);
            }

            await readers.CreateEmptyAnnexesAsync(ct);

            await readers.LockDownAsync(ct);
            return readers;
        }
        catch
        {
            await readers.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leases a generation; null means the one that is served.</summary>
    /// <exception cref="StarException">There is none, or it is missing, corrupt or of a newer schema.</exception>
    public async Task<StarLease> RentAsync(string? generation, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var taken = generation is null
            ? await TakeCurrentAsync(ct)
            : await TakeAsync(generation, ct);
        try
        {
            return new StarLease(taken.Manifest, Duplicate(), () => ReleaseAsync(taken));
        }
        catch
        {
            await ReleaseAsync(taken);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        await root.DisposeAsync();
        lock (gate)
        {
            foreach (var left in attached.Values)
            {
                left.Hold.Dispose();
            }
        }

        attaching.Dispose();
        if (Directory.Exists(tempFolder))
        {
            Directory.Delete(tempFolder, recursive: true);
        }
    }

    private DuckDBConnection Duplicate()
    {
        lock (gate)
        {
            var connection = root.Duplicate();
            connection.Open();
            return connection;
        }
    }

    private async Task<Attached> TakeCurrentAsync(CancellationToken ct)
    {
        if (folder.Pointed() == followed && TryTakeCurrent() is { } served)
        {
            return served;
        }

        // Someone else is switching already: the old one is good until they are done.
        if (!await attaching.WaitAsync(0, ct))
        {
            if (TryTakeCurrent() is { } old)
            {
                return old;
            }

            await attaching.WaitAsync(ct);
        }

        try
        {
            await SwitchAsync(ct);
            return TryTakeCurrent()!;
        }
        finally
        {
            attaching.Release();
        }
    }

    /// <summary>Makes the pointed-to generation the served one. A generation that cannot be served leaves the old one.
    /// </summary>
    private async Task SwitchAsync(CancellationToken ct)
    {
        var pointed = folder.Pointed();
        if (pointed == followed && current is not null)
        {
            return;
        }

        Attached? replaced;
        try
        {
            // The pointer is read once: what is served must be what was followed, or a later turn goes unseen.
            var manifest = pointed is null
                ? throw new StarException(
                    $"No generation was published in {folder.FullPath} yet; build one with 'analytics snapshot'.")
                : folder.FindPointed(pointed);
            var next = await AttachAsync(manifest, ct);
            lock (gate)
            {
                replaced = current;
                current = next;
                followed = pointed;
                SwitchRefused = null;
            }
        }
        catch (StarException e) when (current is not null)
        {
            // Said once; tried again when the pointer turns.
            followed = pointed;
            SwitchRefused = e.Message;
            return;
        }

        if (replaced is not null)
        {
            DetachIfUnused(replaced);
        }
    }

    private Attached? TryTakeCurrent()
    {
        lock (gate)
        {
            if (current is not null)
            {
                current.Leases++;
            }

            return current;
        }
    }

    private async Task<Attached> TakeAsync(string generation, CancellationToken ct)
    {
        await attaching.WaitAsync(ct);
        try
        {
            var manifest = folder.Find(generation) ?? throw new StarException(
                $"{folder.FullPath} holds no generation '{generation}'; "
                + "'analytics generation list' shows those it holds.");
            var taken = await AttachAsync(manifest, ct);
            lock (gate)
            {
                taken.Leases++;
            }

            return taken;
        }
        finally
        {
            attaching.Release();
        }
    }

    /// <summary>Only who holds <see cref="attaching"/> calls this.</summary>
    private async Task<Attached> AttachAsync(Manifest manifest, CancellationToken ct)
    {
        lock (gate)
        {
            if (attached.TryGetValue(manifest.Generation, out var there))
            {
                return there;
            }
        }

        folder.Check(manifest);
        var added = new Attached(manifest, folder, GenerationHold.Take(folder, manifest.Generation));
        try
        {
            await using var connection = Duplicate();
            foreach (var file in added.Files)
            {
                var isNew = await files.AttachAsync(connection, file, ct);
                added.Done.Push(file);
                if (isNew && file == added.Files[0])
                {
                    await WarmUpAsync(connection, file, ct);
                }
            }
        }
        catch
        {
            Detach(added);
            throw;
        }

        lock (gate)
        {
            attached.Add(manifest.Generation, added);
        }

        return added;
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

    private async Task WarmUpAsync(DuckDBConnection connection, string baseFile, CancellationToken ct)
    {
        if (!options.WarmUp)
        {
            return;
        }

        try
        {
            await RunAsync(connection, $"use {AttachedFiles.NameOf(baseFile)}", ct);
            await RunAsync(connection, StarSchema.Files.Read("statements/warm_up.sql"), ct);
        }
        catch (DuckDBException e)
        {
            throw DuckDb.Unreadable(baseFile, e);
        }
        finally
        {
            // What a connection uses cannot be detached.
            await RunAsync(connection, "use memory", CancellationToken.None);
        }
    }

    private async ValueTask ReleaseAsync(Attached taken)
    {
        lock (gate)
        {
            taken.Leases--;
        }

        if (isDisposed)
        {
            return;
        }

        await attaching.WaitAsync(CancellationToken.None);
        try
        {
            DetachIfUnused(taken);
        }
        finally
        {
            attaching.Release();
        }
    }

    private void DetachIfUnused(Attached candidate)
    {
        lock (gate)
        {
            // The same generation may have been detached and attached again since: then it is another's to detach.
            var isAttached = attached.TryGetValue(candidate.Manifest.Generation, out var now) && now == candidate;
            if (!isAttached || candidate.Leases > 0 || candidate == current)
            {
                return;
            }

            attached.Remove(candidate.Manifest.Generation);
            Detach(candidate);
        }
    }

    private void Detach(Attached candidate)
    {
        lock (gate)
        {
            while (candidate.Done.TryPop(out var file))
            {
                files.Detach(root, file);
            }

            candidate.Hold.Dispose();
        }
    }

    private Task LockDownAsync(CancellationToken ct) => RunAsync(
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

    private sealed class Attached(Manifest manifest, StarFolder folder, GenerationHold hold)
    {
        public GenerationHold Hold { get; } = hold;

        public Manifest Manifest { get; } = manifest;

        /// <summary>The base, then the annexes that this program knows.</summary>
        public IReadOnlyList<string> Files { get; } =
        [
            folder.BasePath(manifest),
            .. manifest.Annexes.Where(StarSchema.IsKnown).Select(folder.AnnexPath),
        ];

        /// <summary>Those of the files that are attached for it.</summary>
        public Stack<string> Done { get; } = [];

        public int Leases { get; set; }
    }
}
