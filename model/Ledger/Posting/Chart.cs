using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The chart of accounts (会计科目) as posting sees it: the accounts that documents book on, and what the
/// company added, each under the four digits it begins with.</summary>
internal static class Chart
{
    /// <summary>The kind of an account; null where there is none, or it is not used any more.</summary>
    public static AccountKind? KindOf(State state, string account)
    {
        if (account.Length == 0 || Texts.FirstInvalid(account) is not null)
        {
            return null;
        }

        if (state.Find(MasterKinds.Account, account)?.Row is AccountRow row)
        {
            return row.IsActive == 1 ? Kinds[row.AccountKind] : null;
        }

        return Account.IsBuiltIn(account) ? Account.KindOf(account) : null;
    }

    private static readonly Dictionary<string, AccountKind> Kinds =
        Enum.GetValues<AccountKind>().ToDictionary(kind => Snake.Case(kind), StringComparer.Ordinal);
}
