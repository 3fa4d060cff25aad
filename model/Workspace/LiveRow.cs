using LinqToDB.Mapping;

namespace Analytics.Workspace;

/// <summary>A row of <c>live_address</c> as it is stored.</summary>
[Table("live_address")]
internal sealed record LiveRow
{
    [Column("live_id"), PrimaryKey]
    public long LiveId { get; init; }

    [Column("config_id")]
    public long ConfigId { get; init; }

    [Column("secret_hash")]
    public string SecretHash { get; init; } = "";

    [Column("owner")]
    public string Owner { get; init; } = "";

    [Column("created_at")]
    public long CreatedAt { get; init; }

    [Column("expires_at")]
    public long ExpiresAt { get; init; }

    [Column("revoked_at")]
    public long RevokedAt { get; init; }

    [Column("last_used_at")]
    public long LastUsedAt { get; init; }
}
