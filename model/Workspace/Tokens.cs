using System.Data;
using LinqToDB;
using LinqToDB.Async;

namespace Analytics.Workspace;

/// <summary>The tokens of a workspace.</summary>
public sealed class Tokens
{
    private const string Mark = "ana_";

    private readonly WorkspaceDb workspace;
    private readonly TimeProvider clock;

    internal Tokens(WorkspaceDb workspace, TimeProvider clock)
    {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// <param name="name">Never used before, not even by a revoked token.</param>
    /// <param name="scopes">At least one of <see cref="TokenScope.All"/>.</param>
    /// <param name="expiresAt">Null = never.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task<TokenResult> CreateAsync(
        string name, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, CancellationToken ct)
    {
        if (!Accounts.IsName(name))
        {
            return new TokenResult.NameInvalid(name);
        }

        if (scopes.Count == 0 || scopes.FirstOrDefault(scope => !TokenScope.All.Contains(scope)) is not null)
        {
            return new TokenResult.ScopeInvalid(scopes.FirstOrDefault(scope => !TokenScope.All.Contains(scope)) ?? "");
        }

        await using var db = workspace.Connect();
        await using var transaction = await db.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var nameKey = Accounts.NameKey(name);
        if (await db.GetTable<TokenRow>().AnyAsync(row => row.NameKey == nameKey, ct))
        {
            return new TokenResult.NameTaken(name);
        }

        var secret = Secrets.New(Mark);
        var row = new TokenRow
        {
            TokenId = (await db.GetTable<TokenRow>().MaxAsync(row => (long?)row.TokenId, ct) ?? 0) + 1,
            Name = name,
            NameKey = nameKey,
            SecretHash = Secrets.Hash(secret),
            Scopes = string.Join(' ', TokenScope.All.Where(scopes.Contains)),
            CreatedAt = Now(),
            ExpiresAt = expiresAt?.ToUnixTimeMilliseconds() ?? 0,
        };
        await db.InsertAsync(row, token: ct);
        await transaction.CommitAsync(ct);
        return new TokenResult.Created(row.ToToken(), secret);
    }

    /// <summary>All tokens by name, revoked and expired ones too.</summary>
    public async Task<IReadOnlyList<Token>> ListAsync(CancellationToken ct)
    {
        await using var db = workspace.Connect();
        var rows = await db.GetTable<TokenRow>().OrderBy(row => row.NameKey).ToListAsync(ct);
        return [.. rows.Select(row => row.ToToken())];
    }

    /// <summary>Refuses the token from now on; false where there is none of that name. Revoking again changes
    /// nothing.</summary>
    public async Task<bool> RevokeAsync(string name, CancellationToken ct)
    {
        var nameKey = Accounts.NameKey(name);
        await using var db = workspace.Connect();
        await db.GetTable<TokenRow>()
            .Where(row => row.NameKey == nameKey && row.RevokedAt == 0)
            .Set(row => row.RevokedAt, Now())
            .UpdateAsync(ct);
        return await db.GetTable<TokenRow>().AnyAsync(row => row.NameKey == nameKey, ct);
    }

    /// <summary>What a secret is worth now; a valid one is noted as used.</summary>
    public async Task<TokenCheck> CheckAsync(string secret, CancellationToken ct)
    {
        if (!Secrets.IsOne(secret, Mark))
        {
            return new TokenCheck.Unknown();
        }

        var hash = Secrets.Hash(secret);
        await using var db = workspace.Connect();
        var row = await db.GetTable<TokenRow>().FirstOrDefaultAsync(row => row.SecretHash == hash, ct);
        if (row is null || !Secrets.IsSame(row.SecretHash, hash))
        {
            return new TokenCheck.Unknown();
        }

        var now = Now();
        if (row.RevokedAt != 0)
        {
            return new TokenCheck.Revoked(row.ToToken());
        }

        if (row.ExpiresAt != 0 && row.ExpiresAt <= now)
        {
            return new TokenCheck.Expired(row.ToToken());
        }

        // Once a minute: a busy program must not make a write of each of its reads.
        if (now - row.LastUsedAt >= 60_000)
        {
            await db.GetTable<TokenRow>()
                .Where(stored => stored.TokenId == row.TokenId)
                .Set(stored => stored.LastUsedAt, now)
                .UpdateAsync(ct);
        }

        return new TokenCheck.Valid(row.ToToken());
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
