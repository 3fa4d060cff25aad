namespace Analytics.Workspace;

/// <summary>An address that a spreadsheet refreshes one saved question from (实时数据源). Its secret was shown once and
/// is kept nowhere.</summary>
/// <param name="LiveId">Durable key.</param>
/// <param name="Config">The question's name.</param>
/// <param name="Owner">Whose rights count at every reading.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it is refused; null = never.</param>
/// <param name="RevokedAt">Since when it is refused; null = it is not.</param>
/// <param name="LastUsedAt">To the minute; null = never used.</param>
public sealed record LiveSource(
    long LiveId, string Config, string Owner, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);
