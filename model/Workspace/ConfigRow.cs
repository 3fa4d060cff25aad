using LinqToDB.Mapping;

namespace Analytics.Workspace;

/// <summary>A row of <c>config</c> as it is stored.</summary>
[Table("config")]
internal sealed record ConfigRow
{
    [Column("config_id"), PrimaryKey]
    public long ConfigId { get; init; }

    [Column("name")]
    public string Name { get; init; } = "";

    [Column("name_key")]
    public string NameKey { get; init; } = "";

    [Column("owner")]
    public string Owner { get; init; } = "";

    [Column("shared_with")]
    public string SharedWith { get; init; } = "";

    [Column("version")]
    public long Version { get; init; }

    [Column("deleted_at")]
    public long DeletedAt { get; init; }
}
