using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Turns prices agreed with a customer into their entry.</summary>
internal static class CustomerPricePosting
{
    public const string Kind = "customer_price";

    private const int MostLines = 10_000;
    private const decimal MostPrice = 1_000_000_000;

    public static Outcome Post(CustomerPriceNote note, State state)
    {
        var count = note.Lines.Count.ToString(CultureInfo.InvariantCulture);
        if (note.Lines.Count is 0 or > MostLines)
        {
            return new Refusal(note.Lines.Count == 0 ? RefusalReason.NoLines : RefusalReason.TooManyLines, 0, count);
        }

        var draft = new Draft(state.Seq + 1, Kind);
        var seen = new HashSet<(long Item, string Unit, long From)>();
        var latest = 0L;
        for (var at = 0; at < note.Lines.Count; at++)
        {
            var (row, refusal) = Row(note, note.Lines[at], at + 1, state);
            if (refusal is not null)
            {
                return refusal;
            }

            if (!seen.Add((row!.ItemId, row.Unit, row.ValidFrom)))
            {
                return new Refusal(RefusalReason.GivenTwice, at + 1, note.Lines[at].ItemCode);
            }

            var standing = state.CustomerPrices(row.PartyId, row.ItemId, row.Unit).Find(price =>
                (price.ValidFrom, price.ValidTo, price.UnitPrice) == (row.ValidFrom, row.ValidTo, row.UnitPrice));
            latest = Math.Max(latest, standing?.Seq ?? 0);
            if (standing is null)
            {
                var price = row with { Seq = draft.Seq, LineNo = draft.Other.Count + 1 };
                draft.Other.Add(price);
                draft.StateRows.Add(tables => tables.PutCustomerPrice(price));
            }
        }

        return draft.Other.Count > 0 ? draft : Outcome.Already(latest);
    }

    private static (CustomerPriceRow? Row, Refusal? Refusal) Row(
        CustomerPriceNote note, PriceLine line, int lineNo, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Item, line.ItemCode);
        desk.Codes(note.PartyCode);
        desk.Texts(line.Unit);
        var partyId = desk.Reference(MasterKinds.Party, note.PartyCode);
        var itemId = desk.Reference(MasterKinds.Item, line.ItemCode);
        var unit = desk.Refusal is null ? ItemUnits.Find(desk.Known!, line.Unit) : null;
        desk.Refuse(unit is null, RefusalReason.UnknownUnit, line.Unit);
        desk.Refuse(line.MinQty != default, RefusalReason.PartNotTaken, "customer_price: min_qty");
        var (from, to) = desk.Days(line.ValidFrom, line.ValidTo);
        var row = new CustomerPriceRow
        {
            PartyId = partyId,
            ItemId = itemId,
            Unit = unit?.Name ?? "",
            UnitPrice = desk.Number(line.UnitPrice, 1_000_000, 0, MostPrice),
            ValidFrom = from,
            ValidTo = to,
        };
        return desk.Refusal is { } refusal ? (null, refusal with { LineNo = lineNo }) : (row, null);
    }
}
