namespace Analytics.Workspace;

/// <summary>What became of a <see cref="NewAccount"/>.</summary>
public abstract record CreateResult
{
    private CreateResult()
    {
    }

    public sealed record Created(Account Account) : CreateResult;

    /// <summary>Another account has that name, apart from case and width.</summary>
    public sealed record NameTaken(string Name) : CreateResult;

    /// <summary>Empty, longer than 64 characters, surrounded by blanks, or with control characters in it.</summary>
    public sealed record NameInvalid(string Name) : CreateResult;
}
