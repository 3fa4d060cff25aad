namespace Analytics.Ledger.Posting;

/// <summary>What is estimated, invoiced and requested of earlier documents.</summary>
internal sealed partial class State
{
    private readonly KeptState<(long Seq, long LineNo), Accrued> accruals =
        new(key => tables.Accrual(key.Seq, key.LineNo), (key, left) => tables.PutAccrual(key.Seq, key.LineNo, left));

    private readonly KeptState<(long Seq, long LineNo), Invoiced> invoiced =
        new(key => tables.Invoiced(key.Seq, key.LineNo), (key, sum) => tables.PutInvoiced(key.Seq, key.LineNo, sum));

    private readonly KeptState<(string Code, string Number), long> invoiceNos =
        new(
            key => tables.InvoiceNo(key.Code, key.Number),
            (key, seq) => tables.PutInvoiceNo(key.Code, key.Number, seq));

    private readonly KeptState<(long Seq, long LineNo), long> requestPaid =
        new(
            key => tables.RequestPaid(key.Seq, key.LineNo),
            (key, sum) => tables.PutRequestPaid(key.Seq, key.LineNo, sum));

    /// <summary>What of a receipt's line is still estimated (暂估); nothing where it never was.</summary>
    public Accrued Accrual(long seq, long lineNo) => accruals.Of((seq, lineNo));

    /// <summary>What was invoiced of a document's line, red invoices taken off.</summary>
    public Invoiced Invoiced(long seq, long lineNo) => invoiced.Of((seq, lineNo));

    /// <summary>The entry that holds an invoice's code and number; 0 where they are free.</summary>
    public long InvoiceNo(string code, string number) => invoiceNos.Of((code, number));

    /// <summary>What was paid after a line of a payment request.</summary>
    public long RequestPaid(long seq, long lineNo) => requestPaid.Of((seq, lineNo));

    private void ApplyPurchasing(Draft draft)
    {
        accruals.Apply(draft.Accruals);
        invoiced.Apply(draft.Invoiced);
        invoiceNos.Apply(draft.InvoiceNos);
        requestPaid.Apply(draft.RequestPaid);
    }

    private void WritePurchasing()
    {
        accruals.Write();
        invoiced.Write();
        invoiceNos.Write();
        requestPaid.Write();
    }

    private void ForgetPurchasing()
    {
        accruals.Forget();
        invoiced.Forget();
        invoiceNos.Forget();
        requestPaid.Forget();
    }

    private void TrimPurchasing(int most)
    {
        accruals.Trim(most);
        invoiced.Trim(most);
        invoiceNos.Trim(most);
        requestPaid.Trim(most);
    }
}
