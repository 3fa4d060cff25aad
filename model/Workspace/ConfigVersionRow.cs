using LinqToDB.Mapping;

namespace Analytics.Workspace;

/// <summary>A row of <c>config_version</c> as it is stored.</summary>
[Table("config_version")]
internal sealed record ConfigVersionRow
{
    [Column("config_id"), PrimaryKey(0)]
    public long ConfigId { get; init; }

    [Column("version"), PrimaryKey(1)]
    public long Version { get; init; }

    [Column("content")]
    public string Content { get; init; } = "";

    [Column("saved_by")]
    public string SavedBy { get; init; } = "";

    [Column("saved_at")]
    public long SavedAt { get; init; }
}
