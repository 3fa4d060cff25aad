namespace Analytics.Ledger.Receivables;

/// <summary>An open item (未清项) as of a day.</summary>
/// <param name="Seq">Its entry.</param>
/// <param name="LineNo">Its number among the items of the entry.</param>
/// <param name="PartyId">Whose it is, durable id; −1 of nobody.</param>
/// <param name="DocumentKind">Kind of the document that made it, as the book names it.</param>
/// <param name="DocumentNo">Number of that document.</param>
/// <param name="StoreId">Store of that document; −1 none.</param>
/// <param name="EmployeeId">Employee of that document; −1 none.</param>
/// <param name="BusinessDate">From when on it counts in the balance.</param>
/// <param name="DueDate">When it is due: one basis of its age.</param>
/// <param name="OriginDate">When it first arose: the other basis; earlier than the business date where a transfer kept
/// it.</param>
/// <param name="Amount">Positive where the account was debited.</param>
/// <param name="Remaining">What is left of it on that day, with the sign of the amount; never zero.</param>
public sealed record OpenItem(
    long Seq, int LineNo, long PartyId, string DocumentKind, string DocumentNo, long StoreId, long EmployeeId,
    DateOnly BusinessDate, DateOnly DueDate, DateOnly OriginDate, Money Amount, Money Remaining)
{
    public string PartyCode { get; init; } = "";

    /// <summary>As it is called now; empty of nobody, and once erased.</summary>
    public string PartyName { get; init; } = "";

    public string StoreCode { get; init; } = "";
}
