namespace Analytics.Ledger.Posting;

/// <summary>What posting decided: a draft to write, a refusal, or the entry that holds the same content
/// already.</summary>
internal readonly record struct Outcome(Draft? Draft, Refusal? Refusal, long AlreadySeq)
{
    public static implicit operator Outcome(Draft draft) => new(draft, null, 0);

    public static implicit operator Outcome(Refusal refusal) => new(null, refusal, 0);

    public static Outcome Already(long seq) => new(null, null, seq);
}
