namespace Analytics.Ledger.Posting;

/// <summary>Why a submission was refused, with what the user needs to mend it.</summary>
/// <param name="Reason">The kind of refusal.</param>
/// <param name="LineNo">The document's line concerned; 0 where it is the whole document.</param>
/// <param name="What">The code, date or amount concerned.</param>
public sealed record Refusal(RefusalReason Reason, int LineNo, string What)
{
    public string Chinese => RefusalTexts.Chinese(this);

    public string English => RefusalTexts.English(this);
}
