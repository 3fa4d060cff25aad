namespace Analytics.Ledger.Posting;

/// <summary>The form of each document kind, where its file says it.</summary>
internal static class DocumentForms
{
    public static DocumentForm Of(DocumentKind kind) => kind switch
    {
        DocumentKind.OpeningStock => OpeningStock.Form,
        DocumentKind.PurchaseOrder => PurchaseOrder.Form,
        DocumentKind.PurchaseReceipt => PurchaseReceipt.Form,
        DocumentKind.SalesOrder => SalesOrder.Form,
        DocumentKind.Sale => Sale.Form,
        DocumentKind.SaleReturn => SaleReturn.Form,
        DocumentKind.MoneyReceipt => MoneyReceipt.Form,
        DocumentKind.MoneyPayment => MoneyPayment.Form,
        DocumentKind.CostAdjustment => CostAdjustmentNote.Form,
        DocumentKind.Assembly => Assembly.Form,
        DocumentKind.Disassembly => Disassembly.Form,
        DocumentKind.PurchasePlan => PurchasePlan.Form,
        DocumentKind.PurchaseRequisition => PurchaseRequisition.Form,
        DocumentKind.PurchaseInquiry => PurchaseInquiry.Form,
        DocumentKind.PurchaseComparison => PurchaseComparison.Form,
        DocumentKind.ArrivalNotice => ArrivalNotice.Form,
        DocumentKind.PurchaseReturn => PurchaseReturn.Form,
        DocumentKind.PaymentRequest => PaymentRequest.Form,
        DocumentKind.LandedCost => LandedCost.Form,
        DocumentKind.SalesInvoiceRequest => SalesInvoiceRequest.Form,
        DocumentKind.SalesInvoice => SalesInvoice.Form,
        DocumentKind.RedInvoice => RedInvoice.Form,
        DocumentKind.PurchaseInvoice => PurchaseInvoice.Form,
        DocumentKind.ExpenseRequest => ExpenseRequest.Form,
        DocumentKind.Expense => Expense.Form,
        DocumentKind.OtherIncome => OtherIncome.Form,
        DocumentKind.FundTransfer => FundTransfer.Form,
        DocumentKind.AdvanceExpenseRequest => AdvanceExpenseRequest.Form,
        DocumentKind.AdvanceExpense => AdvanceExpense.Form,
        DocumentKind.AdvanceExpenseSettlement => AdvanceExpenseSettlement.Form,
        DocumentKind.CustomerRebate => CustomerRebate.Form,
        DocumentKind.CustomerRebatePayment => CustomerRebatePayment.Form,
        DocumentKind.SupplierRebate => SupplierRebate.Form,
        DocumentKind.SupplierRebateReceipt => SupplierRebateReceipt.Form,
        DocumentKind.InsuranceClaim => InsuranceClaim.Form,
        DocumentKind.InsuranceReview => InsuranceReview.Form,
        DocumentKind.JournalVoucher => JournalVoucher.Form,
        DocumentKind.Transfer => Transfer.Form,
        DocumentKind.TransferOut => TransferOut.Form,
        DocumentKind.TransferIn => TransferIn.Form,
        DocumentKind.BinMove => BinMove.Form,
        DocumentKind.StockCount => StockCount.Form,
        DocumentKind.LossSettlement => LossSettlement.Form,
        DocumentKind.StockDamage => StockDamage.Form,
        DocumentKind.StockOverflow => StockOverflow.Form,
        DocumentKind.Destruction => Destruction.Form,
        DocumentKind.OtherIn => OtherIn.Form,
        DocumentKind.OtherOut => OtherOut.Form,
        DocumentKind.InternalUse => InternalUse.Form,
        DocumentKind.LendOut => LendOut.Form,
        DocumentKind.LendReturn => LendReturn.Form,
        DocumentKind.BorrowIn => BorrowIn.Form,
        DocumentKind.BorrowReturn => BorrowReturn.Form,
    };

    /// <summary>By the kind's name in the book; null for what is no document with lines, such as a voucher.</summary>
    public static DocumentForm? Named(string kind) =>
        DocumentKinds.Find(kind) is { } known ? Of(known) : null;
}
