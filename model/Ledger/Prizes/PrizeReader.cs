using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Prizes;

/// <summary>Holds the prize tokens customers brought back against what they bought (附件兑换情况).</summary>
/// <remarks>Bought is what was sold to the customer, less returns, whatever way: sales, signed deliveries, exchanges,
/// consignments, vouchers redeemed. Documents count by their business day.</remarks>
public sealed class PrizeReader(BookReader view)
{
    /// <summary>Customers who bought such goods or brought such tokens, by id.</summary>
    /// <param name="tokenItemId">Durable id of the token.</param>
    /// <param name="with">What it is sold with.</param>
    /// <param name="from">The first day that counts.</param>
    /// <param name="to">The last one.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<PrizeStanding>> ReadAsync(
        long tokenItemId, IReadOnlyList<TokenOf> with, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var standings = new SortedDictionary<long, PrizeStanding>();
        foreach (var one in with)
        {
            foreach (var (partyId, qty, _) in await AskAsync("sql/sold_to_parties.sql", one.ItemId, (from, to), ct))
            {
                var due = new Qty(Exact.MulDiv(qty, one.PerUnit.Units, Qty.Scale));
                var known = Of(partyId);
                standings[partyId] = known with { Due = known.Due + due };
            }
        }

        foreach (var (partyId, qty, amount) in await AskAsync("sql/tokens_collected.sql", tokenItemId, (from, to), ct))
        {
            standings[partyId] = Of(partyId) with { Collected = new Qty(qty), Granted = new Money(amount) };
        }

        return [.. standings.Values];

        PrizeStanding Of(long partyId) => standings.GetValueOrDefault(partyId)
            ?? new PrizeStanding(partyId, Qty.Zero, Qty.Zero, Money.Zero);
    }

    private async Task<List<(long PartyId, long Qty, long Amount)>> AskAsync(
        string file, long itemId, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text(file));
        command.Bind("@item_id", itemId);
        command.Bind("@from_date", Posting.Dates.Number(days.From));
        command.Bind("@to_date", Posting.Dates.Number(days.To));
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<(long PartyId, long Qty, long Amount)>();
        while (await rows.ReadAsync(ct))
        {
            found.Add((rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2)));
        }

        return found;
    }
}
