namespace Analytics.Ledger.Posting;

/// <summary>What is estimated, invoiced, requested and priced.</summary>
internal sealed partial class StateTables
{
    public Accrued Accrual(long seq, long lineNo) => Of("find_accrual", "seq", "line_no")
        .First(Transaction, row => new Accrued(row.GetInt64(0), row.GetInt64(1)), seq, lineNo);

    public void PutAccrual(long seq, long lineNo, Accrued left) =>
        Of("put_accrual", "seq", "line_no", "qty", "amount").Run(Transaction, seq, lineNo, left.Qty, left.Amount);

    public Invoiced Invoiced(long seq, long lineNo) => Of("find_invoiced", "seq", "line_no")
        .First(Transaction, row => new Invoiced(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), seq, lineNo);

    public void PutInvoiced(long seq, long lineNo, Invoiced sum) =>
        Of("put_invoiced", "seq", "line_no", "qty", "net_amount", "tax_amount")
            .Run(Transaction, seq, lineNo, sum.Qty, sum.Net, sum.Tax);

    public long InvoiceNo(string code, string number) => Of("find_invoice_no", "invoice_code", "invoice_no")
        .First(Transaction, row => row.GetInt64(0), code, number);

    /// <param name="code">The invoice's.</param>
    /// <param name="number">The invoice's.</param>
    /// <param name="seq">0 where it is given up.</param>
    public void PutInvoiceNo(string code, string number, long seq)
    {
        if (seq == 0)
        {
            Of("drop_invoice_no", "invoice_code", "invoice_no").Run(Transaction, code, number);
        }
        else
        {
            Of("put_invoice_no", "invoice_code", "invoice_no", "seq").Run(Transaction, code, number, seq);
        }
    }

    public long RequestPaid(long seq, long lineNo) => Of("find_request_paid", "seq", "line_no")
        .First(Transaction, row => row.GetInt64(0), seq, lineNo);

    public void PutRequestPaid(long seq, long lineNo, long amount) =>
        Of("put_request_paid", "seq", "line_no", "amount").Run(Transaction, seq, lineNo, amount);

    public void PutPurchasePrice(Tables.DocumentRow head, Tables.DocumentLineRow line) =>
        Of(
                "put_purchase_price", "item_id", "party_id", "business_at", "seq", "line_no", "qty", "net_amount",
                "tax_amount")
            .Run(
                Transaction, line.ItemId, head.PartyId, head.BusinessAt, head.Seq, line.LineNo, line.Qty,
                line.NetAmount, line.TaxAmount);

    public void DropPurchasePrice(Tables.DocumentRow head, Tables.DocumentLineRow line) =>
        Of("drop_purchase_price", "item_id", "party_id", "business_at", "seq", "line_no")
            .Run(Transaction, line.ItemId, head.PartyId, head.BusinessAt, head.Seq, line.LineNo);
}
