namespace Analytics.Workspace;

/// <summary>Someone who may sign in.</summary>
/// <param name="AccountId">Durable key.</param>
/// <param name="Name">As it was first written; compared without case and width.</param>
/// <param name="PasswordHash">As the framework's hasher made it. Never log it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Locale">Culture of its pages, such as zh-CN.</param>
/// <param name="IsActive">Whether it may sign in at all.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Stamp">Put it in the session: a session whose stamp differs from the account's has ended.</param>
public sealed record Account(
    long AccountId, string Name, string PasswordHash, Role Role, string Locale, bool IsActive, DateTimeOffset CreatedAt,
    string Stamp);
