using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>调价单: prices from a day on. A price is never changed in place; what held before today stays.</summary>
internal static class PricePosting
{
    public const string Kind = "price";

    private const int MostLines = 10_000;
    private const decimal MostPrice = 1_000_000_000;

    public static Outcome Post(PriceNote note, State state)
    {
        if (Head(note, state) is { } wrong)
        {
            return wrong;
        }

        var list = state.Find(MasterKinds.PriceList, note.PriceListCode)!;
        var draft = new Draft(state.Seq + 1, Kind);
        var seen = new HashSet<(long Item, string Unit, long MinQty, long From)>();
        var latest = 0L;
        for (var at = 0; at < note.Lines.Count; at++)
        {
            var (row, refusal) = Row(note.Lines[at], list.Id, at + 1, state);
            if (refusal is not null)
            {
                return refusal;
            }

            if (!seen.Add((row!.ItemId, row.Unit, row.MinQty, row.ValidFrom)))
            {
                return new Refusal(RefusalReason.GivenTwice, at + 1, note.Lines[at].ItemCode);
            }

            var (isKnown, seq, held) = Held(row, state);
            if (held is not null)
            {
                return held with { LineNo = at + 1 };
            }

            latest = Math.Max(latest, seq);
            if (!isKnown)
            {
                draft.Other.Add(row with { Seq = draft.Seq, LineNo = draft.Other.Count + 1 });
            }
        }

        if (draft.Other.Count == 0)
        {
            return Outcome.Already(latest);
        }

        draft.StateRows.Add(tables => tables.PutPrices(draft.Other.Cast<PriceRow>()));
        return draft;
    }

    private static Refusal? Head(PriceNote note, State state)
    {
        if (note.PriceListCode.Length == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "price_list_code");
        }

        if (Texts.FirstInvalid(note.PriceListCode) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        var count = note.Lines.Count.ToString(CultureInfo.InvariantCulture);
        return note.Lines.Count is 0 or > MostLines
            ? new Refusal(note.Lines.Count == 0 ? RefusalReason.NoLines : RefusalReason.TooManyLines, 0, count)
            : state.Find(MasterKinds.PriceList, note.PriceListCode) is null
                ? MasterKinds.Unknown(MasterKinds.PriceList, note.PriceListCode)
                : null;
    }

    private static (PriceRow? Row, Refusal? Refusal) Row(PriceLine line, long listId, int lineNo, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Item, line.ItemCode);
        desk.Texts(line.Unit);
        var itemId = desk.Reference(MasterKinds.Item, line.ItemCode);
        var unit = desk.Refusal is null ? ItemUnits.Find(desk.Known!, line.Unit) : null;
        desk.Refuse(unit is null, RefusalReason.UnknownUnit, line.Unit);
        var (from, to) = desk.Days(line.ValidFrom, line.ValidTo);
        var row = new PriceRow
        {
            PriceListId = listId,
            ItemId = itemId,
            Unit = unit?.Name ?? "",
            MinQty = desk.Number(line.MinQty.ToDecimal(), Qty.Scale),
            UnitPrice = desk.Number(line.UnitPrice, 1_000_000, 0, MostPrice),
            ValidFrom = from,
            ValidTo = to,
        };
        return desk.Refusal is { } refusal ? (null, refusal with { LineNo = lineNo }) : (row, null);
    }

    /// <summary>Whether the price stands already, since which entry, and why it may not be entered.</summary>
    private static (bool IsKnown, long Seq, Refusal? Refusal) Held(PriceRow row, State state)
    {
        var standing = state.Prices(row.PriceListId, row.ItemId)
            .Where(price => price.Unit == row.Unit && price.MinQty == row.MinQty).ToList();
        var same = standing.Find(price =>
            price.ValidFrom == row.ValidFrom && price.ValidTo == row.ValidTo && price.UnitPrice == row.UnitPrice);
        if (same is not null)
        {
            return (true, same.Seq, null);
        }

        // From its first day to yesterday, did another hold? Of a price that ends, only the days to come may change.
        var today = Dates.Number(state.Day.Of(DateTimeOffset.FromUnixTimeMilliseconds(state.RecordedAt)).Date);
        var last = row.ValidTo == None.Id ? long.MaxValue : row.ValidTo;
        var held = row.ValidFrom < today && standing.Exists(price =>
            price.ValidFrom <= last && price.ValidFrom < today
            && (price.ValidTo == None.Id || price.ValidTo >= row.ValidFrom));
        return (false, 0, held
            ? new Refusal(RefusalReason.PriceHeld, 0, Dates.Text(Dates.Date(row.ValidFrom)))
            : null);
    }
}
