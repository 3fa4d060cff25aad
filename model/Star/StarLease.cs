using System.Data.Common;

namespace Analytics.Star;

/// <summary>The right to read one generation: it stays attached until the lease is disposed, whatever is published
/// meanwhile.</summary>
/// <remarks>The connection is the lease's own; temporary views made on it end with it.</remarks>
public sealed class StarLease : IAsyncDisposable
{
    private Func<ValueTask>? release;

    internal StarLease(Manifest manifest, DbConnection connection, string schema, Func<ValueTask> release)
    {
        Manifest = manifest;
        Connection = connection;
        Schema = schema;
        this.release = release;
    }

    public Manifest Manifest { get; }

    public DbConnection Connection { get; }

    /// <summary>Prefix of the generation's tables, such as <c>g20261122T183000.main</c>.</summary>
    public string Schema { get; }

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
