namespace Analytics.Ledger;

/// <summary>What a payment term counts. In the book each is the snake_case of its name.</summary>
public enum TermKind
{
    /// <summary>So many days after the document.</summary>
    Days,

    /// <summary>月结: so many days after the end of the document's month.</summary>
    MonthEnd,

    /// <summary>On that day of the month after the document's.</summary>
    DayOfMonth,
}
