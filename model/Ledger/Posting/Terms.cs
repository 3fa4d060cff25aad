using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>When something is due (账期): what the document states, else by the terms of the party that settles it.
/// </summary>
internal static class Terms
{
    /// <summary>Days after the business date.</summary>
    public const string Days = "days";

    /// <summary>Days after the end of the month (月结).</summary>
    public const string MonthEnd = "month_end";

    /// <summary>A day of the next month, its last where it has not so many.</summary>
    public const string DayOfMonth = "day_of_month";

    // A century: terms beyond it would leave the calendar.
    private const long MostDays = 36_500;

    /// <summary>Whether a debit on the account is owed to us on terms.</summary>
    public static bool ApplyToDebit(string account) => account is Account.Receivable or Account.OtherReceivable;

    /// <summary>Whether a credit on the account is owed by us on terms.</summary>
    public static bool ApplyToCredit(string account) => account is Account.Payable or Account.OtherPayable;

    /// <summary>Due date of what a document leaves a party owing or owed, yyyymmdd.</summary>
    public static long DueDate(State state, DocumentRow head, Document document, long partyId) =>
        partyId != head.SettlementPartyId && partyId != None.Id
            ? DueDate(state.PartyById(partyId), head.BusinessDate)
        : document.DueDate is { } stated ? Dates.Number(stated)
        : DueDate(Settling(state, head, document), head.BusinessDate);

    /// <summary>Due date by a party's terms, yyyymmdd; at once where it has none.</summary>
    public static long DueDate(PartyRow party, long businessDate)
    {
        var days = (int)Math.Clamp(party.TermDays, 0, MostDays);
        var date = Dates.Date(businessDate);
        var nextMonth = new DateOnly(date.Year, date.Month, 1).AddMonths(1);
        return Dates.Number(party.TermKind switch
        {
            Days => date.AddDays(days),
            MonthEnd => nextMonth.AddDays(days - 1),
            DayOfMonth => nextMonth.AddDays(
                Math.Clamp(days, 1, DateTime.DaysInMonth(nextMonth.Year, nextMonth.Month)) - 1),
            _ => date,
        });
    }

    /// <summary>The party that settles the document: looked up by id only where it is neither the one named for that
    /// nor the document's own.</summary>
    private static PartyRow Settling(State state, DocumentRow head, Document document)
    {
        if (head.SettlementPartyId == None.Id)
        {
            return None.Party;
        }

        foreach (var code in (string[])[document.SettlementPartyCode, document.PartyCode])
        {
            if (code.Length > 0 && state.Party(code) is { } party && party.PartyId == head.SettlementPartyId)
            {
                return party;
            }
        }

        return state.PartyById(head.SettlementPartyId);
    }
}
