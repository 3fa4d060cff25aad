namespace Analytics.Workspace;

/// <summary>An account to be made. The hash is the framework hasher's text, never the password.</summary>
public sealed record NewAccount(string Name, string PasswordHash, Role Role)
{
    public string Locale { get; init; } = "zh-CN";
}
