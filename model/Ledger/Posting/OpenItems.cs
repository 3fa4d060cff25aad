using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Makes open items (未清项) of what an entry changes on the accounts by party: one for each account and party,
/// so that open items always add up to the balance.</summary>
internal static class OpenItems
{
    public static void Add(State state, Draft draft, DocumentRow head, Document document)
    {
    }
}
