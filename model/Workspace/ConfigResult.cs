namespace Analytics.Workspace;

/// <summary>What became of a question that was to be saved or deleted.</summary>
public abstract record ConfigResult
{
    private ConfigResult()
    {
    }

    public sealed record Saved(SavedConfig Config) : ConfigResult;

    /// <summary>It says the very same already.</summary>
    public sealed record Unchanged(SavedConfig Config) : ConfigResult;

    public sealed record Deleted(string Name) : ConfigResult;

    /// <summary>Only its owner, or who may change what others own, changes it.</summary>
    public sealed record NotYours(string Name, string Owner) : ConfigResult;

    /// <summary>Empty, longer than 64 characters, surrounded by blanks, or with control characters in it.</summary>
    public sealed record NameInvalid(string Name) : ConfigResult;

    public sealed record NotThere(string Name) : ConfigResult;

    /// <summary>Longer than <paramref name="Most"/> characters.</summary>
    public sealed record TooLong(string Name, int Most) : ConfigResult;
}
