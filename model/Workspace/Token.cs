namespace Analytics.Workspace;

/// <summary>A program's way in (API 令牌). Its secret was shown once and is kept nowhere.</summary>
/// <param name="TokenId">Durable key.</param>
/// <param name="Name">Stands in the book as who handed in.</param>
/// <param name="Scopes">Of <see cref="TokenScope.All"/>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it is refused; null = never.</param>
/// <param name="RevokedAt">Since when it is refused; null = it is not.</param>
/// <param name="LastUsedAt">To the minute; null = never used.</param>
public sealed record Token(
    long TokenId, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);
