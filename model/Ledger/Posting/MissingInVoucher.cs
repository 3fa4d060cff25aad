namespace Analytics.Ledger.Posting;

/// <summary>What <see cref="Missing"/> is for documents, for what settles open items.</summary>
internal static class MissingInVoucher
{
    public static Refusal? In(Document document)
    {
        var missing = Missing.First(
            0, ("settlement_party_code", document.SettlementPartyCode), ("money_lines", document.MoneyLines),
            ("settles", document.Settles), ("rest_account", document.RestAccount),
            ("money_account", document.MoneyAccount));
        for (var at = 0; missing is null && at < document.MoneyLines.Count; at++)
        {
            var line = document.MoneyLines[at];
            missing = Missing.First(
                at + 1, ("money_line", line), ("account", line?.Account), ("party_code", line?.PartyCode),
                ("department_code", line?.DepartmentCode), ("note", line?.Note), ("original_no", line?.OriginalNo),
                ("side", line is null ? null : Missing.Known(line.Side)));
        }

        return missing ?? In(document.Claim) ?? In(document.Settles);
    }

    private static Refusal? In(ClaimPart? claim)
    {
        var missing = claim is null
            ? null
            : Missing.First(0, ("claim.scheme", claim.Scheme), ("claim.funds", claim.Funds));
        for (var at = 0; claim is not null && missing is null && at < claim.Funds.Count; at++)
        {
            missing = Missing.First(0, ("fund", claim.Funds[at]), ("fund.name", claim.Funds[at]?.Fund));
        }

        return missing;
    }

    public static Refusal? In(Voucher voucher) =>
        Missing.First(
            0, ("document_no", voucher.DocumentNo), ("key", voucher.Key), ("store_code", voucher.StoreCode),
            ("note", voucher.Note), ("source", voucher.Source))
        ?? voucher switch
        {
            Allocation allocation => Missing.First(0, ("pairs", allocation.Pairs)) ?? In(allocation.Pairs),
            AutoAllocation auto => Missing.First(0, ("account", auto.Account), ("party_code", auto.PartyCode)),
            AllocationReversal reversal => Missing.First(0, ("of_kind", reversal.OfKind), ("of_no", reversal.OfNo)),
            WriteOff writeOff => Missing.First(
                0, ("kind", Missing.Known(writeOff.Kind)), ("party_code", writeOff.PartyCode),
                ("to_party_code", writeOff.ToPartyCode), ("contra_account", writeOff.ContraAccount),
                ("items", writeOff.Items), ("against", writeOff.Against))
                ?? In(writeOff.Items) ?? In(writeOff.Against),
            _ => null,
        };

    private static Refusal? In(IReadOnlyList<Settlement> settlements)
    {
        Refusal? missing = null;
        for (var at = 0; missing is null && at < settlements.Count; at++)
        {
            missing = Missing.First(at + 1, ("settlement", settlements[at])) ?? In(settlements[at].Item, at + 1);
        }

        return missing;
    }

    private static Refusal? In(IReadOnlyList<AllocationPair> pairs)
    {
        Refusal? missing = null;
        for (var at = 0; missing is null && at < pairs.Count; at++)
        {
            missing = Missing.First(at + 1, ("pair", pairs[at]))
                ?? In(pairs[at].Debit, at + 1) ?? In(pairs[at].Credit, at + 1);
        }

        return missing;
    }

    private static Refusal? In(OpenItemRef? item, int lineNo) => Missing.First(
        lineNo, ("item", item), ("kind", item?.Kind), ("document_no", item?.DocumentNo), ("key", item?.Key),
        ("account", item?.Account));
}
