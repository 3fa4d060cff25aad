using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Prices, and what is personal of parties.</summary>
internal sealed partial class StateTables
{
    /// <summary>All prices of an item in a list.</summary>
    public List<PriceRow> Prices(long priceListId, long itemId) => Of("find_prices", "price_list_id", "item_id").All(
        Transaction,
        row => new PriceRow
        {
            PriceListId = priceListId,
            ItemId = itemId,
            Unit = row.GetString(0),
            MinQty = row.GetInt64(1),
            ValidFrom = row.GetInt64(2),
            ValidTo = row.GetInt64(3),
            UnitPrice = row.GetInt64(4),
            Seq = row.GetInt64(5),
        },
        priceListId, itemId);

    public void PutPrices(IEnumerable<PriceRow> prices)
    {
        foreach (var price in prices)
        {
            Of(
                    "put_price", "price_list_id", "item_id", "unit", "min_qty", "valid_from", "valid_to",
                    "unit_price", "seq")
                .Run(
                    Transaction, price.PriceListId, price.ItemId, price.Unit, price.MinQty, price.ValidFrom,
                    price.ValidTo, price.UnitPrice, price.Seq);
        }
    }

    /// <summary>Erases what is personal of all versions of a party.</summary>
    public void ErasePrivate(long partyId) =>
        Of("erase_party_private", "party_id").Run(Transaction, partyId);
}
