using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>支付方式.</summary>
internal static class TenderPosting
{
    private const long RateScale = 1_000_000;

    public static Outcome Post(TenderMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Tender, master.Code);
        desk.Texts(master.Name, master.AccountCode);
        var row = new TenderRow
        {
            TenderCode = master.Code,
            TenderName = master.Name,
            TenderKind = Snake.Case(master.Kind),
            AccountCode = master.IsDiscount ? ""
                : master.AccountCode.Length > 0 ? master.AccountCode
                : AccountOf(master.Kind),
            PartyId = desk.Reference(MasterKinds.Party, master.PartyCode),
            IsDiscount = MasterPosting.Flag(master.IsDiscount),
            FeeRate = desk.Number(master.FeeRate, RateScale, 0, 0.5m),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        desk.Refuse(Wrong(master, row));
        return desk.Enter((id, version) => row with { VersionId = version, TenderId = id });
    }

    /// <summary>Whether the insurance pays it.</summary>
    public static bool IsInsurance(string kind) => kind.StartsWith("insurance_", StringComparison.Ordinal);

    private static Refusal? Wrong(TenderMaster master, TenderRow row)
    {
        var isStored = master.Kind == TenderKind.StoredValue;
        var isSettling = isStored || master.Kind is TenderKind.Cash or TenderKind.OnAccount
            || IsInsurance(row.TenderKind);
        if (master.IsDiscount)
        {
            return isSettling || master.AccountCode.Length + master.PartyCode.Length > 0
                ? new Refusal(RefusalReason.TenderInvalid, 0, $"{master.Code}: is_discount")
                : null;
        }

        var isByParty = Account.IsByParty(row.AccountCode);
        return (row.AccountCode == Account.StoredValue) != isStored
            || (!isStored && !isByParty && !Account.IsSettling(row.AccountCode))
                ? new Refusal(RefusalReason.UnknownAccount, 0, row.AccountCode)
            : IsInsurance(row.TenderKind) && master.PartyCode.Length == 0
                ? new Refusal(RefusalReason.CodeMissing, 0, "party_code")
            : master.PartyCode.Length > 0 && !isByParty
                ? new Refusal(RefusalReason.TenderInvalid, 0, $"{master.Code}: party_code")
            : null;
    }

    private static string AccountOf(TenderKind kind) => kind switch
    {
        TenderKind.Cash => Account.Cash,
        TenderKind.BankCard => Account.Bank,
        TenderKind.Wechat or TenderKind.Alipay or TenderKind.Other => Account.OtherMoney,
        TenderKind.InsurancePool or TenderKind.InsuranceAccount or TenderKind.InsuranceOther => Account.Receivable,
        TenderKind.StoredValue => Account.StoredValue,
        TenderKind.GiftCard => Account.OtherPayable,
        TenderKind.OnAccount => Account.Receivable,
        TenderKind.Coupon => Account.OtherReceivable,
        TenderKind.Points or TenderKind.Rounding => Account.SalesExpense,
    };
}
