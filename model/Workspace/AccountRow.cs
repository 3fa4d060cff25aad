using LinqToDB.Mapping;

namespace Analytics.Workspace;

/// <summary>A row of <c>account</c> as it is stored.</summary>
[Table("account")]
internal sealed record AccountRow
{
    [Column("account_id"), PrimaryKey]
    public long AccountId { get; init; }

    [Column("name")]
    public string Name { get; init; } = "";

    [Column("name_key")]
    public string NameKey { get; init; } = "";

    [Column("password_hash")]
    public string PasswordHash { get; init; } = "";

    [Column("role")]
    public string Role { get; init; } = "";

    [Column("locale")]
    public string Locale { get; init; } = "";

    [Column("is_active")]
    public long IsActive { get; init; }

    [Column("created_at")]
    public long CreatedAt { get; init; }

    [Column("stamp")]
    public string Stamp { get; init; } = "";

    [Column("failed_count")]
    public long FailedCount { get; init; }

    [Column("locked_until")]
    public long LockedUntil { get; init; }

    public Account ToAccount() => new(
        AccountId,
        Name,
        PasswordHash,
        Enum.Parse<Role>(Role, ignoreCase: true),
        Locale,
        IsActive == 1,
        DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        Stamp);
}
