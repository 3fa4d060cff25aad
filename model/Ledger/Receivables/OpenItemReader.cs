using System.Data.Common;
using System.Runtime.CompilerServices;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Receivables;

/// <summary>What was open on an account as of a day, whatever was settled later: amount less the allocations dated up
/// to that day.</summary>
/// <remarks>Σ remaining is the account's balance of that day, for each party: items and balance come from the same
/// entries. Reads the entries of the view, so a day before the last is answered as the book knows it now.</remarks>
public sealed class OpenItemReader(BookReader view)
{
    private const long AllParties = -2;

    /// <summary>Open items by party, the oldest due first.</summary>
    /// <param name="account">An account by party, such as <see cref="Account.Receivable"/>.</param>
    /// <param name="partyId">Durable id; −1 the items of no party, null those of all.</param>
    /// <param name="asOf">The end of this business day.</param>
    /// <param name="ct">Stops reading.</param>
    public async IAsyncEnumerable<OpenItem> ReadAsync(
        string account, long? partyId, DateOnly asOf, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Command("sql/open_items_as_of.sql", account, partyId, asOf);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            yield return new OpenItem(
                rows.GetInt64(0), (int)rows.GetInt64(1), rows.GetInt64(2), rows.GetString(3), rows.GetString(4),
                rows.GetInt64(5), rows.GetInt64(6), Dates.Date(rows.GetInt64(7)), Dates.Date(rows.GetInt64(8)),
                Dates.Date(rows.GetInt64(9)), new Money(rows.GetInt64(10)), new Money(rows.GetInt64(11)))
            {
                PartyCode = rows.GetString(12),
                PartyName = rows.GetString(13),
                StoreCode = rows.GetString(14),
            };
        }
    }

    /// <summary>The balance that these items add up to; debit positive.</summary>
    public async Task<Money> BalanceAsync(string account, long? partyId, DateOnly asOf, CancellationToken ct)
    {
        await using var command = Command("sql/balance_as_of.sql", account, partyId, asOf);
        return new Money((long)(await command.ExecuteScalarAsync(ct))!);
    }

    private DbCommand Command(string file, string account, long? partyId, DateOnly asOf)
    {
        var command = view.Command(LedgerSql.Text(file));
        command.Bind("@account", account);
        command.Bind("@party_id", partyId ?? AllParties);
        command.Bind("@as_of", Dates.Number(asOf));
        return command;
    }
}
