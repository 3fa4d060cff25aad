namespace Analytics.Ledger.Posting;

/// <summary>What became of a submission: <see cref="Posted"/>, <see cref="Held"/>,
/// <see cref="AlreadyThere"/> or <see cref="Refused"/>.</summary>
public abstract record PostResult
{
    private PostResult()
    {
    }

    /// <summary>In the book, committed.</summary>
    public sealed record Posted(long Seq) : PostResult;

    /// <summary>In the book, committed, but not posted: a draft, awaiting approval, or given up.</summary>
    /// <param name="Seq">The entry that says so.</param>
    /// <param name="Status">One of <see cref="DocumentStatus"/>.</param>
    public sealed record Held(long Seq, string Status) : PostResult;

    /// <summary>The same content stood in the book before, as entry <paramref name="Seq"/>; nothing was
    /// written.</summary>
    public sealed record AlreadyThere(long Seq) : PostResult;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(Refusal Refusal) : PostResult;
}
