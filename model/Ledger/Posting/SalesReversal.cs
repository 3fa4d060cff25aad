using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What a reversal takes back of reservations, signed deliveries, vouchers and last prices.</summary>
internal static class SalesReversal
{
    public static void Turn(Draft draft, DocumentRow original, State state)
    {
        var lines = state.DocumentLines(original.Seq);
        Reservations.Follow(state, draft, original.Kind, lines);
        Reservations.Drop(state, draft, original);
        LastPriceKeeping.GiveBack(draft, original, lines);
        Dispatches.Unsign(draft, original, state);
        foreach (var range in state.VoucherRanges(original.Seq))
        {
            GiveBack(draft, original, range, state);
        }
    }

    private static void GiveBack(Draft draft, DocumentRow original, VoucherRangeRow range, State state)
    {
        var isSale = original.Kind == DocumentKinds.Name(DocumentKind.VoucherSale);
        foreach (var voucher in state.Vouchers(new VoucherRange(range.Series, range.FromNo, range.ToNo)))
        {
            if (isSale)
            {
                draft.StateRows.Add(tables => tables.DropVoucher(range.Series, voucher.No));
            }
            else
            {
                draft.StateRows.Add(tables => tables.PutVoucher(range.Series, voucher with { UsedSeq = None.Id }));
            }
        }
    }
}
