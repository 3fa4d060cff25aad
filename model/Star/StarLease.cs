using System.Data.Common;

namespace Analytics.Star;

/// <summary>The right to read one generation: it stays open until the lease is disposed, whatever is published
/// meanwhile.</summary>
/// <remarks>The connection is the lease's own; temporary views made on it end with it.</remarks>
public sealed class StarLease : IAsyncDisposable
{
    private Func<ValueTask>? release;

    internal StarLease(Manifest manifest, DbConnection connection, Func<ValueTask> release)
    {
        Manifest = manifest;
        Connection = connection;
        Schema = StarInstance.SchemaOf(manifest);
        this.release = release;
    }

    public Manifest Manifest { get; }

    public DbConnection Connection { get; }

    /// <summary>Prefix of the base's tables, such as <c>g20261122T183000.main</c>.</summary>
    public string Schema { get; }

    /// <summary>A table's full name, of the base or of an annex. An annex that was not made yet, or is of other columns
    /// than this program knows, is an empty table.</summary>
    public string Name(string table)
    {
        if (StarSchema.Annexes.All(annex => annex.Name != table))
        {
            return $"{Schema}.{table}";
        }

        var made = Manifest.Annexes.FirstOrDefault(annex => annex.Table == table);
        return made is not null && StarSchema.IsKnown(made)
            ? $"{StarInstance.NameOf(made.File)}.main.{table}"
            : $"memory.main.{table}";
    }

    public async ValueTask DisposeAsync()
    {
        var once = Interlocked.Exchange(ref release, null);
        if (once is null)
        {
            return;
        }

        await Connection.DisposeAsync();
        await once();
    }
}
