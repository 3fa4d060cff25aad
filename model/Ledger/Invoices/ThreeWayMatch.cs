using System.Runtime.CompilerServices;

namespace Analytics.Ledger.Invoices;

/// <summary>What was ordered, received and invoiced, line by line of the receipts (三单匹配): quantities and prices side by
/// side.</summary>
public sealed class ThreeWayMatch(BookReader view)
{
    private const long AllParties = -2;

    /// <param name="partyId">The supplier, durable id; null all.</param>
    /// <param name="ct">Stops reading.</param>
    public async IAsyncEnumerable<MatchedLine> ReadAsync(
        long? partyId, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/three_way_match.sql"));
        command.Bind("@party_id", partyId ?? AllParties);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            yield return new MatchedLine(
                rows.GetInt64(0), (int)rows.GetInt64(1), rows.GetString(2), rows.GetString(3), rows.GetInt64(4),
                new Qty(rows.GetInt64(5)), new Money(rows.GetInt64(6)), new Qty(rows.GetInt64(7)),
                new Money(rows.GetInt64(8)), new Qty(rows.GetInt64(9)), new Money(rows.GetInt64(10)),
                rows.GetInt64(11) == 1)
            {
                PartyCode = rows.GetString(12),
                PartyName = rows.GetString(13),
                ItemCode = rows.GetString(14),
                ItemName = rows.GetString(15),
            };
        }
    }
}
