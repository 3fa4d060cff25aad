namespace Analytics.Ledger;

/// <summary>An amount of a document by account: what a receipt brings, what an expense is for, what a voucher books.
/// </summary>
/// <param name="Account">An account that its kind of document takes.</param>
/// <param name="Amount">Above zero.</param>
public sealed record MoneyLine(string Account, Money Amount)
{
    /// <summary>Of an expense: input tax that is deducted, in addition to the amount.</summary>
    public Money TaxAmount { get; init; }

    /// <summary>Of an accounting voucher: its side.</summary>
    public MoneySide Side { get; init; }

    /// <summary>Whose the amount is on an account by party; empty means the document's settling party.</summary>
    public string PartyCode { get; init; } = "";

    /// <summary>A value of the list of departments: whose expense or budget it is; empty where nobody's.</summary>
    public string DepartmentCode { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Number of the document whose line it follows, where that is not the whole document's.</summary>
    public string OriginalNo { get; init; } = "";

    /// <summary>The line it follows; 0 where not known.</summary>
    public int OriginalLineNo { get; init; }
}
