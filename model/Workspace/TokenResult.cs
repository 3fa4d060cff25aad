namespace Analytics.Workspace;

/// <summary>What became of a token that was to be made.</summary>
public abstract record TokenResult
{
    private TokenResult()
    {
    }

    /// <summary>Show <paramref name="Secret"/> once; it cannot be had again.</summary>
    public sealed record Created(Token Token, string Secret) : TokenResult;

    /// <summary>Another token has or had that name: the book says by it who handed in.</summary>
    public sealed record NameTaken(string Name) : TokenResult;

    /// <summary>Empty, longer than 64 characters, surrounded by blanks, or with control characters in it.</summary>
    public sealed record NameInvalid(string Name) : TokenResult;

    /// <summary>No scope, or one that is not in <see cref="TokenScope.All"/>.</summary>
    public sealed record ScopeInvalid(string Scope) : TokenResult;
}
