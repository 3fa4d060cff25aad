using LinqToDB.Mapping;

namespace Analytics.Workspace;

/// <summary>A row of <c>token</c> as it is stored.</summary>
[Table("token")]
internal sealed record TokenRow
{
    [Column("token_id"), PrimaryKey]
    public long TokenId { get; init; }

    [Column("name")]
    public string Name { get; init; } = "";

    [Column("name_key")]
    public string NameKey { get; init; } = "";

    [Column("secret_hash")]
    public string SecretHash { get; init; } = "";

    [Column("scopes")]
    public string Scopes { get; init; } = "";

    [Column("created_at")]
    public long CreatedAt { get; init; }

    [Column("expires_at")]
    public long ExpiresAt { get; init; }

    [Column("revoked_at")]
    public long RevokedAt { get; init; }

    [Column("last_used_at")]
    public long LastUsedAt { get; init; }

    public Token ToToken() => new(
        TokenId,
        Name,
        Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        Instant(ExpiresAt),
        Instant(RevokedAt),
        Instant(LastUsedAt));

    private static DateTimeOffset? Instant(long milliseconds) =>
        milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
