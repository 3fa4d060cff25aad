using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What a document kind takes, and what it does when it is posted.</summary>
/// <param name="Takes">The parts it may have. Lines, or else money lines, it must have.</param>
/// <param name="Move">Books its lines and what moves; or why it does not.</param>
/// <param name="Settle">Books its money, once all that moves is costed.</param>
internal sealed record DocumentForm(
    DocumentParts Takes, Func<PostingDesk, Refusal?> Move, Action<PostingDesk> Settle)
{
    public PartyRole Party { get; init; }

    /// <summary>Whether it makes no sense without a party.</summary>
    public bool NeedsParty { get; init; }

    /// <summary>The kinds of document whose lines its own may follow, line by line and never beyond what those have
    /// left (<see cref="Following"/>).</summary>
    public IReadOnlyList<DocumentKind> Follows { get; init; } = [];

    /// <summary>Kinds that take from what a followed line has left as well as its own.</summary>
    public IReadOnlyList<DocumentKind> SharesWith { get; init; } = [];

    /// <summary>The kinds whose lines it takes back: found by itself, by what moved, not followed.</summary>
    public IReadOnlyList<DocumentKind> Returns { get; init; } = [];

    /// <summary>Whether it only says what is to be done: it moves nothing, and may be ended with the rest undone.
    /// </summary>
    public bool IsPlan { get; init; }

    /// <summary>Whether, once ended, it takes no more of what it follows than was done after it: the rest can be done
    /// anew.</summary>
    public bool GivesBackRest { get; init; }

    /// <summary>How much of a line that it may follow is used up already; null where only what its own kind followed
    /// counts.</summary>
    public Func<State, DocumentLineRow, long>? Used { get; init; }

    /// <summary>Whether a line may be of no quantity: nothing was counted.</summary>
    public bool MayBeNothing { get; init; }

    /// <summary>Whether it may name the account against which its goods are booked.</summary>
    public bool TakesContra { get; init; }

    /// <summary>Whether it says why, by a reason of the list.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Whether each of its lines must follow one.</summary>
    public bool MustFollow { get; init; }

    /// <summary>Whether a line with positive quantity brings goods in, so that one that takes them out is negative.
    /// </summary>
    public bool IsInward { get; init; }

    /// <summary>Whether a line with positive quantity may take goods out, bring goods in, or do both.</summary>
    public bool IsBothWays { get; init; }

    /// <summary>Whether it may follow documents of another party than its own.</summary>
    public bool FollowsOthers { get; init; }

    /// <summary>Whether its own posting settles open items by itself, which its reversal then takes back.</summary>
    public bool SettlesItself { get; init; }

    public bool Has(DocumentParts part) => (Takes & part) != 0;

    /// <summary>A kind that books its lines and nothing else.</summary>
    public static DocumentForm Plan(PartyRole party, params IReadOnlyList<DocumentKind> follows) =>
        new(DocumentParts.Lines | (follows.Count > 0 ? DocumentParts.Original : 0), Book, static _ => { })
        {
            Party = party, Follows = follows, IsPlan = true,
        };

    private static Refusal? Book(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            desk.Plan(line);
        }

        return null;
    }
}
