using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Uses coupons, and gives them back.</summary>
internal static class CouponBook
{
    /// <summary>Uses a coupon on a ticket, or gives it back with a return; answers who bears it, −1 for the shop.
    /// </summary>
    /// <param name="desk">Of the ticket or the return.</param>
    /// <param name="part">The part that is settled with it.</param>
    /// <param name="gross">What the ticket comes to before discounts.</param>
    /// <param name="lineNo">Of the part.</param>
    public static (long BearerId, Refusal? Refusal) Settle(PostingDesk desk, TenderPart part, long gross, int lineNo)
    {
        var code = part.CouponCode;
        if (code.Length == 0)
        {
            return (None.Id, new Refusal(RefusalReason.CodeMissing, lineNo, "coupon_code"));
        }

        var known = desk.State.Coupon(code);
        if (known.Seq == None.Id)
        {
            return (None.Id, new Refusal(RefusalReason.UnknownCoupon, lineNo, code));
        }

        var (seq, at) = (known.Seq, known.LineNo);
        var coupon = desk.State.OtherRows<CouponRow>(seq).First(row => row.LineNo == at);
        var isReturn = TenderDesk.SignOf(desk.Document.Kind) < 0;
        var wrong = isReturn ? NotOf(desk, part, known, lineNo) : NotFor(desk, part, (coupon, known, gross), lineNo);
        if (wrong is null)
        {
            State.SetCoupon(
                desk.Draft, code, known with { UsedSeq = isReturn ? None.Id : desk.Head.Seq });
        }

        return (coupon.BearerId, wrong);
    }

    /// <summary>Turns what a document did to coupons.</summary>
    public static Refusal? Turn(Draft draft, IEnumerable<DocumentTenderRow> turned, long originalSeq, State state)
    {
        foreach (var row in turned.Where(row => row.CouponCode.Length > 0))
        {
            var known = state.Coupon(row.CouponCode);
            var wasUsed = row.Amount < 0;
            if (known.Seq == None.Id || known.UsedSeq != (wasUsed ? originalSeq : None.Id))
            {
                return new Refusal(RefusalReason.CouponUsed, 0, row.CouponCode);
            }

            // What a return gave back is used again, by the sale that used it first.
            var usedSeq = wasUsed ? None.Id : state.DocumentRow(originalSeq).OriginalSeq;
            State.SetCoupon(draft, row.CouponCode, known with { UsedSeq = usedSeq });
        }

        return null;
    }

    private static Refusal? NotOf(PostingDesk desk, TenderPart part, CouponState known, int lineNo)
    {
        var seq = desk.Head.OriginalSeq;
        var used = known.UsedSeq == seq && seq != None.Id
            ? desk.State.OtherRows<DocumentTenderRow>(seq)
                .First(row => row.CouponCode == part.CouponCode).Amount
            : 0;
        return used == part.Amount.Units
            ? null
            : new Refusal(RefusalReason.CouponNotValid, lineNo, $"{part.CouponCode}: {new Money(used)}");
    }

    private static Refusal? NotFor(
        PostingDesk desk, TenderPart part, (CouponRow Row, CouponState State, long Gross) coupon, int lineNo)
    {
        var (row, date) = (coupon.Row, desk.Head.BusinessDate);
        var isWrong = (row.PartyId != None.Id && row.PartyId != desk.Head.PartyId)
            || (row.ValidFrom != None.Id && date < row.ValidFrom) || (row.ValidTo != None.Id && date > row.ValidTo)
            || part.Amount.Units > row.FaceAmount || coupon.Gross < row.LeastSpent;
        return coupon.State.UsedSeq != None.Id ? new Refusal(RefusalReason.CouponUsed, lineNo, part.CouponCode)
            : isWrong ? new Refusal(RefusalReason.CouponNotValid, lineNo, part.CouponCode)
            : null;
    }
}
