namespace Analytics.Ledger;

/// <summary>What can be handed to the <see cref="Posting.Journal"/>: a document, a master version, a period
/// close.</summary>
/// <remarks>A closed set: <see cref="Document"/>, <see cref="CategoryMaster"/>, <see cref="ItemMaster"/>,
/// <see cref="PartyMaster"/>, <see cref="StoreMaster"/>, <see cref="EmployeeMaster"/>, <see cref="PeriodClose"/>,
/// <see cref="DocumentDraft"/>, <see cref="Approval"/>, <see cref="Termination"/>, <see cref="Reversal"/>.
/// </remarks>
public abstract record Submission
{
    /// <summary>Who hands it in: an account or a token's name; empty where nobody said. Stands in the entry.</summary>
    public string Actor { get; init; } = "";
}
