using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Turns a write-off (往来核销单) into the entry it makes: money, new items and allocations at once.</summary>
internal static class WriteOffPosting
{
    public static Outcome Post(WriteOff writeOff, DocumentRow head, State state)
    {
        var rule = WriteOffRule.Of(writeOff.Kind);
        if (Misshapen(writeOff, rule) is { } misshapen)
        {
            return misshapen;
        }

        var (own, to, unknown) = Parties(writeOff, rule, state);
        if (unknown is not null)
        {
            return unknown;
        }

        head = head with
        {
            PartyVersionId = own!.VersionId, PartyId = own.PartyId, SettlementPartyId = own.PartyId,
        };
        var desk = new WriteOffDesk(state, writeOff, rule, head);
        return desk.Settle(to!) is { } refusal ? refusal : desk.Finish();
    }

    private static Refusal? Misshapen(WriteOff writeOff, WriteOffRule rule)
    {
        var isContra = rule.Form == WriteOffForm.Contra;
        return VoucherHead.Count(writeOff.Items.Count)
            ?? (rule.TakesAgainst ? VoucherHead.Count(writeOff.Against.Count) : null)
            ?? (!rule.TakesAgainst && writeOff.Against.Count > 0
                    ? new Refusal(RefusalReason.LinesNotTaken, 0, rule.Name)
                : rule.BooksMoney && writeOff.StoreCode.Length == 0
                    ? new Refusal(RefusalReason.CodeMissing, 0, "store_code")
                : writeOff.ContraAccount.Length > 0 && !(isContra && Account.IsSettling(writeOff.ContraAccount))
                    ? new Refusal(RefusalReason.UnknownAccount, 0, writeOff.ContraAccount)
                : null);
    }

    /// <summary>The party whose items are settled, and the one that takes them over; the same where none does.
    /// </summary>
    private static (PartyRow? Own, PartyRow? To, Refusal? Refusal) Parties(
        WriteOff writeOff, WriteOffRule rule, State state)
    {
        var own = writeOff.PartyCode.Length == 0 ? None.Party : state.Party(writeOff.PartyCode);
        var isTransfer = rule.Form == WriteOffForm.Transfer;
        var to = isTransfer ? state.Party(writeOff.ToPartyCode) : own;
        var lacksRole = isTransfer && to is not null
            && (rule.Account == Account.Payable ? to.IsSupplier : to.IsCustomer) == 0;
        var refusal =
            own is null ? new Refusal(RefusalReason.UnknownParty, 0, writeOff.PartyCode)
            : to is null ? new Refusal(RefusalReason.UnknownParty, 0, writeOff.ToPartyCode)
            : isTransfer && to.PartyId == own.PartyId
                ? new Refusal(RefusalReason.SameParty, 0, writeOff.ToPartyCode)
            : lacksRole ? new Refusal(RefusalReason.WrongPartyRole, 0, writeOff.ToPartyCode)
            : !isTransfer && writeOff.ToPartyCode.Length > 0
                ? new Refusal(RefusalReason.LinesNotTaken, 0, $"{rule.Name} → {writeOff.ToPartyCode}")
            : null;
        return (own, to, refusal);
    }
}
