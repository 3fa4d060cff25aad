namespace Analytics.Ledger.Accounting;

/// <summary>The names of accounts: those of <c>accounts.csv</c> and the company's own, which come before them; a
/// sub-account without a name bears that of the account it belongs to.</summary>
public sealed class AccountNames
{
    private static readonly Dictionary<string, (string Zh, string En)> BuiltIn =
        PipedRows.Of("accounts.csv").ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    private readonly Dictionary<string, string> own;

    private AccountNames(Dictionary<string, string> own) => this.own = own;

    /// <summary>The codes documents book on without a version of their own.</summary>
    public static IReadOnlyCollection<string> Codes => BuiltIn.Keys;

    /// <summary>Those codes with their names, by code.</summary>
    public static IEnumerable<(string Code, string Zh, string En)> BuiltInNames =>
        BuiltIn.OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => (row.Key, row.Value.Zh, row.Value.En));

    public static async Task<AccountNames> ReadAsync(BookReader view, CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/account_names.sql"));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct))
        {
            own[rows.GetString(0)] = rows.GetString(1);
        }

        return new AccountNames(own);
    }

    public string Chinese(string account) => Name(account, name => name.Zh);

    /// <summary>English where the account is a standard one, else as the company calls it.</summary>
    public string English(string account) => Name(account, name => name.En);

    private string Name(string account, Func<(string Zh, string En), string> of) =>
        own.TryGetValue(account, out var name) && name.Length > 0 ? name
        : BuiltIn.TryGetValue(account, out var known) ? of(known)
        : BuiltIn.TryGetValue(Account.Root(account), out var root) ? of(root)
        : account;
}
