namespace Analytics.Star;

/// <summary>Serves generations to reports: an in-process DuckDB instance for each that is read.</summary>
/// <remarks>Serving follows the pointer. The first to rent after the pointer turned opens and warms the new generation;
/// whoever rents meanwhile gets the old one at once. A generation is closed when nobody leases it and it is not the
/// served one.</remarks>
public sealed class StarReaders : IAsyncDisposable
{
    private const int MostPast = 4;

    private readonly StarFolder folder;
    private readonly StarReadersOptions options;
    private readonly SemaphoreSlim opening = new(1, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, OpenGeneration> open = new(StringComparer.Ordinal);
    private OpenGeneration? current;
    private string? followed;
    private bool isDisposed;

    /// <summary>The folder may hold no generation yet.</summary>
    public StarReaders(StarFolder folder, StarReadersOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        this.folder = folder;
        this.options = options;
    }

    /// <summary>Why the generation that the pointer names is not served, while an older one is; null when all is well.
    /// </summary>
    public string? SwitchRefused { get; private set; }

    /// <summary>Leases a generation; null means the one that is served.</summary>
    /// <exception cref="StarException">There is none, it is missing, corrupt or of a newer schema, or too many others
    /// that are not served are read at this time.</exception>
    public async Task<StarLease> RentAsync(string? generation, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var taken = generation is null
            ? await TakeCurrentAsync(ct)
            : await TakeAsync(generation, ct);
        try
        {
            return new StarLease(taken.Manifest, taken.Instance.Connect(), () => ReleaseAsync(taken));
        }
        catch
        {
            await ReleaseAsync(taken);
            throw;
        }
    }

    /// <summary>Whether a generation is served or leased at this moment.</summary>
    public bool IsOpen(string generation)
    {
        lock (gate)
        {
            return open.ContainsKey(generation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        List<OpenGeneration> left;
        lock (gate)
        {
            left = [.. open.Values];
            open.Clear();
        }

        foreach (var generation in left)
        {
            await generation.Instance.DisposeAsync();
        }

        opening.Dispose();
    }

    private async Task<OpenGeneration> TakeCurrentAsync(CancellationToken ct)
    {
        if (folder.Pointed() == followed && TryTakeCurrent() is { } served)
        {
            return served;
        }

        // Someone else is switching already: the old one is good until they are done.
        if (!await opening.WaitAsync(0, ct))
        {
            if (TryTakeCurrent() is { } old)
            {
                return old;
            }

            await opening.WaitAsync(ct);
        }

        try
        {
            await SwitchAsync(ct);
            return TryTakeCurrent()!;
        }
        finally
        {
            opening.Release();
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

        OpenGeneration? replaced;
        try
        {
            // The pointer is read once: what is served must be what was followed, or a later turn goes unseen.
            var manifest = pointed is null
                ? throw new StarException(
                    $"No generation was published in {folder.FullPath} yet; build one with 'analytics snapshot'.")
                : folder.FindPointed(pointed);
            var next = await OpenAsync(manifest, options.Session, ct);
            lock (gate)
            {
                replaced = current;
                current = next;
                next.Leases--;
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
            await CloseIfUnusedAsync(replaced);
        }
    }

    private OpenGeneration? TryTakeCurrent()
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

    private async Task<OpenGeneration> TakeAsync(string generation, CancellationToken ct)
    {
        await opening.WaitAsync(ct);
        try
        {
            var manifest = folder.Get(generation);
            RefuseOneTooMany(generation);
            return await OpenAsync(manifest, options.Session with { MemoryLimit = options.PastMemoryLimit }, ct);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Each generation that is read has memory of its own, so their number is bounded.</summary>
    private void RefuseOneTooMany(string generation)
    {
        lock (gate)
        {
            var past = open.Count - (current is null ? 0 : 1);
            if (past >= MostPast && !open.ContainsKey(generation))
            {
                throw new StarException(
                    $"{past} generations beside the served one are being read; "
                    + $"ask again for {generation} when one of them is done with.");
            }
        }
    }

    /// <summary>The generation with a lease taken. Only who holds <see cref="opening"/> calls this.</summary>
    private async Task<OpenGeneration> OpenAsync(Manifest manifest, StarSessionOptions session, CancellationToken ct)
    {
        lock (gate)
        {
            if (open.TryGetValue(manifest.Generation, out var there))
            {
                there.Leases++;
                return there;
            }
        }

        var instance = await StarInstance.OpenAsync(folder, [manifest], session, ct);
        try
        {
            if (options.WarmUp)
            {
                await instance.WarmUpAsync(manifest, ct);
            }
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }

        var opened = new OpenGeneration(manifest, instance) { Leases = 1 };
        lock (gate)
        {
            open.Add(manifest.Generation, opened);
        }

        return opened;
    }

    private ValueTask ReleaseAsync(OpenGeneration taken)
    {
        lock (gate)
        {
            taken.Leases--;
        }

        return isDisposed ? default : CloseIfUnusedAsync(taken);
    }

    private async ValueTask CloseIfUnusedAsync(OpenGeneration candidate)
    {
        lock (gate)
        {
            // It may have been closed and opened again since: then it is another's to close.
            var isOpen = open.TryGetValue(candidate.Manifest.Generation, out var now) && now == candidate;
            if (!isOpen || candidate.Leases > 0 || candidate == current)
            {
                return;
            }

            open.Remove(candidate.Manifest.Generation);
        }

        await candidate.Instance.DisposeAsync();
    }

    private sealed class OpenGeneration(Manifest manifest, StarInstance instance)
    {
        public Manifest Manifest { get; } = manifest;

        public StarInstance Instance { get; } = instance;

        public int Leases { get; set; }
    }
}
