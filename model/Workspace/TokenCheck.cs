namespace Analytics.Workspace;

/// <summary>What a secret is worth now, from <see cref="Tokens.CheckAsync"/>.</summary>
public abstract record TokenCheck
{
    private TokenCheck()
    {
    }

    public sealed record Valid(Token Token) : TokenCheck;

    /// <summary>Its day has come.</summary>
    public sealed record Expired(Token Token) : TokenCheck;

    public sealed record Revoked(Token Token) : TokenCheck;

    public sealed record Unknown : TokenCheck;
}
