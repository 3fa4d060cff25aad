namespace Analytics.Ledger.Posting;

/// <summary>What a kind of write-off settles.</summary>
/// <param name="Name">Of the kind, in the book.</param>
/// <param name="Form">What it does.</param>
/// <param name="Account">Of its items.</param>
/// <param name="Side">1 where its items are debit items, −1 where credit items.</param>
/// <param name="Against">The account on the other side.</param>
internal sealed record WriteOffRule(string Name, WriteOffForm Form, string Account, int Side, string Against)
{
    public static WriteOffRule Of(WriteOffKind kind) => kind switch
    {
        WriteOffKind.ReceiptToReceivable => Contra(
            "receipt_to_receivable", Ledger.Account.Receivable, 1, Ledger.Account.Bank),
        WriteOffKind.PaymentToPayable => Contra(
            "payment_to_payable", Ledger.Account.Payable, -1, Ledger.Account.Bank),
        WriteOffKind.SalesDiscount => Contra(
            "sales_discount", Ledger.Account.Receivable, 1, Ledger.Account.SalesExpense),
        WriteOffKind.PurchaseDiscount => Contra(
            "purchase_discount", Ledger.Account.Payable, -1, Ledger.Account.OtherIncome),
        WriteOffKind.BadDebt => Contra(
            "bad_debt", Ledger.Account.Receivable, 1, Ledger.Account.BadDebtAllowance),
        WriteOffKind.AdvanceToReceivable => Other(
            "advance_to_receivable", Ledger.Account.Receivable, 1, Ledger.Account.AdvanceReceived),
        WriteOffKind.AdvanceToPayable => Other(
            "advance_to_payable", Ledger.Account.Payable, -1, Ledger.Account.AdvancePaid),
        WriteOffKind.ReceivableToPayable => Other(
            "receivable_to_payable", Ledger.Account.Receivable, 1, Ledger.Account.Payable),
        WriteOffKind.AdvanceToAdvance => Other(
            "advance_to_advance", Ledger.Account.AdvanceReceived, -1, Ledger.Account.AdvancePaid),
        WriteOffKind.ReceivableTransfer => Transfer("receivable_transfer", Ledger.Account.Receivable, 1),
        WriteOffKind.PayableTransfer => Transfer("payable_transfer", Ledger.Account.Payable, -1),
        WriteOffKind.AdvanceTransfer => Transfer("advance_transfer", Ledger.Account.AdvanceReceived, -1),
        WriteOffKind.OtherToReceivable => Convert(
            "other_to_receivable", Ledger.Account.OtherReceivable, 1, Ledger.Account.Receivable),
        WriteOffKind.ReceivableToOther => Convert(
            "receivable_to_other", Ledger.Account.Receivable, 1, Ledger.Account.OtherReceivable),
        WriteOffKind.OtherToPayable => Convert(
            "other_to_payable", Ledger.Account.OtherPayable, -1, Ledger.Account.Payable),
        WriteOffKind.PayableToOther => Convert(
            "payable_to_other", Ledger.Account.Payable, -1, Ledger.Account.OtherPayable),
        WriteOffKind.ReturnToSale => Same("return_to_sale", Ledger.Account.Receivable, 1),
        WriteOffKind.ReturnToPurchase => Same("return_to_purchase", Ledger.Account.Payable, -1),
    };

    /// <summary>Whether it books money, and so belongs to a store.</summary>
    public bool BooksMoney => Form != WriteOffForm.SameAccount;

    /// <summary>Whether it settles items with items.</summary>
    public bool TakesAgainst => Form is WriteOffForm.OtherAccount or WriteOffForm.SameAccount;

    private static WriteOffRule Contra(string name, string account, int side, string against) =>
        new(name, WriteOffForm.Contra, account, side, against);

    private static WriteOffRule Other(string name, string account, int side, string against) =>
        new(name, WriteOffForm.OtherAccount, account, side, against);

    private static WriteOffRule Same(string name, string account, int side) =>
        new(name, WriteOffForm.SameAccount, account, side, account);

    private static WriteOffRule Convert(string name, string account, int side, string to) =>
        new(name, WriteOffForm.Convert, account, side, to);

    private static WriteOffRule Transfer(string name, string account, int side) =>
        new(name, WriteOffForm.Transfer, account, side, account);
}
