using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What a reversal takes back of means of payment, members, coupons and closed days.</summary>
internal static class TenderReversal
{
    /// <summary>Adds to a reversal; or says why it cannot be.</summary>
    public static Refusal? Turn(Draft draft, DocumentRow head, State state)
    {
        var seq = head.OriginalSeq;
        var turned = Rows(state, seq).OrderBy(row => row.LineNo)
            .Select(row => row with
            {
                Seq = draft.Seq, Points = -row.Points, ChangeAmount = -row.ChangeAmount, Amount = -row.Amount,
            }).ToList();
        foreach (var row in turned)
        {
            draft.Other.Add(row);
            Tenders.Count(draft, head, row);
        }

        FirstClerks.Turn(draft, head, state);
        return Points(draft, head, state)
            ?? CouponBook.Turn(draft, turned, seq, state)
            ?? head.Kind switch
            {
                "coupon_issue" => Coupons(draft, seq, state),
                "member_level_change" => Level(draft, seq, state),
                "day_close" or "shift_handover" => Counts(draft, head, state),
                _ => null,
            };
    }

    /// <summary>What it was settled with; nothing where the book knows no means of payment.</summary>
    private static IReadOnlyList<DocumentTenderRow> Rows(State state, long seq) => state.Tenders.All.Count == 0
        ? []
        : state.OtherRows<DocumentTenderRow>(seq);

    /// <summary>What members hold; stored value is never taken below zero.</summary>
    private static Refusal? Points(Draft draft, DocumentRow head, State state)
    {
        var seq = head.OriginalSeq;
        foreach (var row in state.OtherRows<MemberMovementRow>(seq))
        {
            Members.Change(draft, head, row.PartyId, row.Measure, -row.Amount);
            var held = Members.Held(state, draft, row.PartyId, row.Measure);
            if (held < 0 && row.Measure is MemberMeasures.StoredPaid or MemberMeasures.StoredBonus)
            {
                return new Refusal(RefusalReason.StoredValueShort, 0, new Money(held).ToString());
            }
        }

        return null;
    }

    private static Refusal? Coupons(Draft draft, long seq, State state)
    {
        foreach (var row in state.OtherRows<CouponRow>(seq))
        {
            if (state.Coupon(row.CouponCode).UsedSeq != None.Id)
            {
                return new Refusal(RefusalReason.CouponUsed, 0, row.CouponCode);
            }

            State.SetCoupon(draft, row.CouponCode, new CouponState(None.Id, None.Id, None.Id));
        }

        return null;
    }

    private static Refusal? Level(Draft draft, long seq, State state)
    {
        var change = state.OtherRows<MemberLevelChangeRow>(seq)[0];
        if (state.MemberLevelIdOf(change.PartyId) != change.LevelId)
        {
            return new Refusal(RefusalReason.LevelUnchanged, 0, state.PartyById(change.PartyId).PartyCode);
        }

        draft.Other.Add(change with
        {
            Seq = draft.Seq, LevelBeforeId = change.LevelId, LevelId = change.LevelBeforeId,
        });
        State.SetMemberLevel(draft, change.PartyId, change.LevelBeforeId);
        return null;
    }

    private static Refusal? Counts(Draft draft, DocumentRow head, State state)
    {
        var seq = head.OriginalSeq;
        draft.Other.AddRange(state.OtherRows<TillCountRow>(seq)
            .Select(row => row with
            {
                Seq = draft.Seq, ExpectedAmount = -row.ExpectedAmount, CountedAmount = -row.CountedAmount,
            }));
        if (head.Kind == "day_close")
        {
            State.SetDayClose(draft, head.StoreId, state.DocumentRow(seq).BusinessDate, None.Id);
        }

        return null;
    }
}
