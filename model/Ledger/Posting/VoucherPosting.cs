namespace Analytics.Ledger.Posting;

/// <summary>Turns a voucher (核销单) into the entry it makes, or keeps it until it is approved.</summary>
/// <remarks>Its life is a document's: what was handed in before under the same key is answered with its entry, a draft
/// is posted, what a rule holds waits.</remarks>
internal static class VoucherPosting
{
    public static Outcome Post(Voucher voucher, State state, bool isApproved = false)
    {
        if (VoucherHead.Invalid(voucher) is { } invalid)
        {
            return invalid;
        }

        var key = Voucher.KeyOf(voucher);
        var known = state.FindDocument(key);
        if (known is not null && !isApproved && LifePosting.Known(key, VoucherDigest.Of(voucher), known) is { } answer)
        {
            return answer;
        }

        var (head, refusal) = VoucherHead.Resolve(voucher, state);
        if (refusal is not null)
        {
            return refusal;
        }

        var outcome = voucher switch
        {
            Allocation allocation => AllocationPosting.Post(allocation, head!, state),
            AutoAllocation allocation => AutoAllocationPosting.Post(allocation, head!, state),
            AllocationReversal reversal => AllocationReversalPosting.Post(reversal, head!, state),
            WriteOff writeOff => WriteOffPosting.Post(writeOff, head!, state),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (outcome.Draft is not { } draft)
        {
            return outcome;
        }

        return !isApproved && ApprovalRules.Holding(state, draft) is [_, ..] rules
            ? LifePosting.Keep(Unposted.Of(voucher), state, DocumentStatus.Awaiting, rules)
            : Finish(draft, voucher.Actor, known);
    }

    /// <summary>The voucher stands as a posted document.</summary>
    private static Draft Finish(Draft draft, string actor, DocumentState? known)
    {
        var head = draft.Document!;
        LifePosting.Stand(
            draft, head.DocumentKey,
            new(
                head.Kind, head.DocumentNo, DocumentStatus.Posted, head.Seq, known?.DraftSeq ?? None.Id,
                head.ContentDigest, actor, ""),
            known);
        if (known is { Status: DocumentStatus.Draft })
        {
            LifePosting.AddStep(draft, head.DocumentKey, DocumentStatus.Draft, DocumentStatus.Posted, "");
        }

        return draft;
    }
}
