using System.Data.Common;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Pricing;

/// <summary>The price to propose to a customer for an item (物价跟踪): what is agreed with him, else what he paid last,
/// else what his price list says for one unit.</summary>
/// <remarks>Proposes only: what a document charges, it says itself.</remarks>
public static class LastPrices
{
    private const decimal PriceScale = 1_000_000;

    /// <summary>Null where nothing says a price.</summary>
    /// <param name="view">A view of the book.</param>
    /// <param name="of">The customer, the item, and one of its units; an empty one means its base unit.</param>
    /// <param name="on">The business day it is for.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<ProposedPrice?> FindAsync(
        BookReader view, (string PartyCode, string ItemCode, string Unit) of, DateOnly on, CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/proposed_prices.sql"));
        command.Bind("@party_code", of.PartyCode);
        command.Bind("@item_code", of.ItemCode);
        command.Bind("@unit", of.Unit);
        command.Bind("@on", Dates.Number(on));
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? Read(rows) : null;
    }

    private static ProposedPrice Read(DbDataReader row)
    {
        var (origin, amount, qty) = ((PriceOrigin)row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
        var price = origin == PriceOrigin.Last ? Exact.MulDiv(amount, (long)PriceScale, qty) : amount;
        return new ProposedPrice(price / PriceScale, row.GetInt64(3) == 1, origin);
    }
}
