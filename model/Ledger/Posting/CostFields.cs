namespace Analytics.Ledger.Posting;

/// <summary>What only cost adjustments and assemblies say: refused on other documents, and checked on these.</summary>
internal static class CostFields
{
    private const long MostShare = 1_000_000_000;

    // 9 billion, as on lines.
    private const long MostFee = 90_000_000_000_000;

    public static Refusal? Invalid(Document document)
    {
        var isMaking = document.Kind is DocumentKind.Assembly or DocumentKind.Disassembly;
        var isNote = document.Kind == DocumentKind.CostAdjustment;
        var (fee, account) = (document.FeeAmount, document.ContraAccount);
        if ((fee != Money.Zero && !isMaking) || (account.Length > 0 && !isMaking && !isNote))
        {
            return new Refusal(RefusalReason.LinesNotTaken, 0, DocumentKinds.Name(document.Kind));
        }

        var refusal = fee < Money.Zero ? new Refusal(RefusalReason.AmountNegative, 0, fee.ToString())
            : fee.Units > MostFee ? new Refusal(RefusalReason.AmountTooLarge, 0, fee.ToString())
            : fee != Money.Zero && account.Length == 0
                ? new Refusal(RefusalReason.CodeMissing, 0, "contra_account")
            : account.Length > 0 && !Account.IsContra(account)
                ? new Refusal(RefusalReason.UnknownAccount, 0, account)
            : Account.IsByParty(account) && document.PartyCode.Length + document.SettlementPartyCode.Length == 0
                ? new Refusal(RefusalReason.CodeMissing, 0, "party_code")
            : null;
        for (var at = 0; refusal is null && at < document.Lines.Count; at++)
        {
            refusal = Invalid(document, document.Lines[at], at + 1);
        }

        return refusal;
    }

    private static Refusal? Invalid(Document document, DocumentLine line, int lineNo)
    {
        var isMaking = document.Kind is DocumentKind.Assembly or DocumentKind.Disassembly;
        return line.MadeShare != 0 && !isMaking
                ? new Refusal(RefusalReason.LinesNotTaken, lineNo, DocumentKinds.Name(document.Kind))
            : line.MadeShare is < 0 or > MostShare
                ? new Refusal(RefusalReason.ShareInvalid, lineNo, line.MadeShare.ToString(
                    System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}
