using System.Data;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Analytics.Workspace;

/// <summary>The live sources of a workspace. They are no tokens: no other page takes their secrets, and this takes no
/// token's.</summary>
public sealed class LiveSources
{
    /// <summary>Begins every secret of this kind, so that one that was found somewhere tells what it opens.</summary>
    private const string Mark = "anl_";

    private readonly WorkspaceDb workspace;
    private readonly TimeProvider clock;

    internal LiveSources(WorkspaceDb workspace, TimeProvider clock)
    {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// <summary>Makes a source of a saved question. Show the secret once; it cannot be had again. Null where there is
    /// no such question, or its owner may not see it.</summary>
    /// <param name="config">The question's name.</param>
    /// <param name="owner">Whose rights count.</param>
    /// <param name="expiresAt">Null = never.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task<(LiveSource Source, string Secret)?> CreateAsync(
        string config, string owner, DateTimeOffset? expiresAt, CancellationToken ct)
    {
        if (await workspace.Configs.FindAsync(config, null, ct) is not { } found || !found.IsVisibleTo(owner))
        {
            return null;
        }

        var key = Accounts.NameKey(config);
        await using var db = workspace.Connect();
        await using var transaction = await db.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var secret = Secrets.New(Mark);
        var row = new LiveRow
        {
            LiveId = (await db.GetTable<LiveRow>().MaxAsync(row => (long?)row.LiveId, ct) ?? 0) + 1,
            ConfigId = await db.GetTable<ConfigRow>().Where(row => row.NameKey == key).Select(row => row.ConfigId)
                .SingleAsync(ct),
            SecretHash = Secrets.Hash(secret),
            Owner = owner,
            CreatedAt = Now(),
            ExpiresAt = expiresAt?.ToUnixTimeMilliseconds() ?? 0,
        };
        await db.InsertAsync(row, token: ct);
        await transaction.CommitAsync(ct);
        return (Of(row, found.Name), secret);
    }

    /// <summary>All sources, those of one question together, the newest last; revoked and expired ones too.</summary>
    public async Task<IReadOnlyList<LiveSource>> ListAsync(CancellationToken ct)
    {
        await using var db = workspace.Connect();
        var rows = await (
            from row in db.GetTable<LiveRow>()
            join config in db.GetTable<ConfigRow>() on row.ConfigId equals config.ConfigId
            orderby config.NameKey, row.LiveId
            select new { row, config.Name }).ToListAsync(ct);
        return [.. rows.Select(found => Of(found.row, found.Name))];
    }

    /// <summary>Refuses a source from now on; false where there is none, or it is another's. Revoking again changes
    /// nothing.</summary>
    public async Task<bool> RevokeAsync(long liveId, string by, bool isOperator, CancellationToken ct)
    {
        await using var db = workspace.Connect();
        var mine = db.GetTable<LiveRow>().Where(row => row.LiveId == liveId && (isOperator || row.Owner == by));
        await mine.Where(row => row.RevokedAt == 0).Set(row => row.RevokedAt, Now()).UpdateAsync(ct);
        return await mine.AnyAsync(ct);
    }

    /// <summary>What a secret opens now, with its question as it was last saved; noted as used. Null where it opens
    /// nothing: it is unknown, expired or revoked, or its question was deleted or is not its owner's to see any more.
    /// </summary>
    public async Task<(LiveSource Source, SavedConfig Config)?> CheckAsync(string secret, CancellationToken ct)
    {
        if (!Secrets.IsOne(secret, Mark))
        {
            return null;
        }

        var (hash, now) = (Secrets.Hash(secret), Now());
        await using var db = workspace.Connect();
        var row = await db.GetTable<LiveRow>().FirstOrDefaultAsync(row => row.SecretHash == hash, ct);
        if (row is null || !Secrets.IsSame(row.SecretHash, hash) || row.RevokedAt != 0
            || (row.ExpiresAt != 0 && row.ExpiresAt <= now))
        {
            return null;
        }

        var name = await db.GetTable<ConfigRow>()
            .Where(config => config.ConfigId == row.ConfigId).Select(config => config.Name).SingleAsync(ct);
        if (await workspace.Configs.FindAsync(name, null, ct) is not { } config || !config.IsVisibleTo(row.Owner))
        {
            return null;
        }

        await UsedAsync(db, row, now, ct);
        return (Of(row, name), config);
    }

    /// <summary>Once a minute: what refreshes every second must not make a write of each of its reads.</summary>
    private static async Task UsedAsync(DataConnection db, LiveRow row, long now, CancellationToken ct)
    {
        if (now - row.LastUsedAt >= 60_000)
        {
            await db.GetTable<LiveRow>().Where(stored => stored.LiveId == row.LiveId)
                .Set(stored => stored.LastUsedAt, now).UpdateAsync(ct);
        }
    }

    private static LiveSource Of(LiveRow row, string config) => new(
        row.LiveId, config, row.Owner, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt), Instant(row.ExpiresAt),
        Instant(row.RevokedAt), Instant(row.LastUsedAt));

    private static DateTimeOffset? Instant(long milliseconds) =>
        milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
