using System.Text.Json;
using Analytics.Ledger.Posting;

namespace Analytics.Poster;

/// <summary>What a caller of a <see cref="Clash"/> was told; a line of text between processes.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Round">Of which of his submissions.</param>
/// <param name="Seq">Where it stands in the book; 0 where it was refused.</param>
/// <param name="IsNew">Posted by this very call, not there already.</param>
/// <param name="Reason">Why it was refused; null where it was not.</param>
public sealed record ClashAnswer(int Caller, int Round, long Seq, bool IsNew, RefusalReason? Reason)
{
    public static ClashAnswer Of(int caller, int round, PostResult result) => result switch
    {
        PostResult.Posted posted => new ClashAnswer(caller, round, posted.Seq, IsNew: true, null),
        PostResult.AlreadyThere there => new ClashAnswer(caller, round, there.Seq, IsNew: false, null),
        PostResult.Refused refused => new ClashAnswer(caller, round, 0, IsNew: false, refused.Refusal.Reason),
        _ => throw new System.Diagnostics.UnreachableException($"{result}"),
    };

    public static ClashAnswer Parse(string line) => JsonSerializer.Deserialize<ClashAnswer>(line)!;

    public override string ToString() => JsonSerializer.Serialize(this);
}
