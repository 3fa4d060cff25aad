using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Reserved goods, signed deliveries, vouchers, prices by customer.</summary>
internal sealed partial class StateTables
{
    public Dictionary<(long Seq, long LineNo), Reservation> Reserved(long itemId, long depotId) =>
        Of("reserved_of_depot", "item_id", "depot_id").All(
                Transaction,
                row => (
                    Line: (row.GetInt64(0), row.GetInt64(1)),
                    Kept: new Reservation(row.GetInt64(2), row.GetInt64(3))),
                itemId, depotId)
            .ToDictionary(row => row.Line, row => row.Kept);

    public void PutReserved((long ItemId, long DepotId) of, (long Seq, long LineNo) line, Reservation kept)
    {
        if (kept.Qty == 0)
        {
            Of("drop_reserved", "item_id", "depot_id", "seq", "line_no")
                .Run(Transaction, of.ItemId, of.DepotId, line.Seq, line.LineNo);
            return;
        }

        Of("put_reserved", "item_id", "depot_id", "seq", "line_no", "reserves_until", "qty")
            .Run(Transaction, of.ItemId, of.DepotId, line.Seq, line.LineNo, kept.Until, kept.Qty);
    }

    public List<SignedLine> Signed(long seq, long lineNo) => Of("signed_of_line", "seq", "line_no").All(
        Transaction,
        row => new SignedLine((seq, lineNo), (row.GetInt64(0), row.GetInt64(1)), row.GetInt64(2), row.GetInt64(3)),
        seq, lineNo);

    public void PutSigned(SignedLine line) =>
        Of("put_signed", "seq", "line_no", "receipt_seq", "receipt_line_no", "qty", "cost").Run(
            Transaction, line.Of.Seq, line.Of.LineNo, line.By.Seq, line.By.LineNo, line.Qty, line.Cost);

    public void DropSigned(SignedLine line) => Of("drop_signed", "seq", "line_no", "receipt_seq", "receipt_line_no")
        .Run(Transaction, line.Of.Seq, line.Of.LineNo, line.By.Seq, line.By.LineNo);

    /// <summary>The vouchers of a range that were ever sold, in order.</summary>
    public List<SoldVoucher> Vouchers(VoucherRange range) => Of("vouchers_of_series", "series", "from_no", "to_no").All(
        Transaction,
        row => new SoldVoucher(row.GetInt64(0), (row.GetInt64(1), row.GetInt64(2)), row.GetInt64(3)),
        range.Series, range.From, range.To);

    public void PutVoucher(string series, SoldVoucher voucher) =>
        Of("put_voucher", "series", "voucher_no", "seq", "line_no", "used_seq").Run(
            Transaction, series, voucher.No, voucher.Of.Seq, voucher.Of.LineNo, voucher.UsedSeq);

    public void DropVoucher(string series, long number) =>
        Of("drop_voucher", "series", "voucher_no").Run(Transaction, series, number);

    /// <summary>Keeps what a line was sold at, unless what is kept is of later.</summary>
    public void PutLastPrice(DocumentRow head, DocumentLineRow line) =>
        Of("put_last_price", "party_id", "item_id", "unit", "business_at", "seq", "line_no", "amount", "qty").Run(
            Transaction, head.PartyId, line.ItemId, line.EnteredUnit, head.BusinessAt, line.Seq, line.LineNo,
            line.NetAmount + line.TaxAmount, line.EnteredQty);

    /// <summary>Goes back to the price before that of a line, where that is the last. What is posted must be written.
    /// </summary>
    public void TakeBackLastPrice(DocumentRow head, DocumentLineRow line)
    {
        Of("drop_last_price", "party_id", "item_id", "unit", "seq")
            .Run(Transaction, head.PartyId, line.ItemId, line.EnteredUnit, line.Seq);
        Of("restore_last_price", "party_id", "item_id", "unit")
            .Run(Transaction, head.PartyId, line.ItemId, line.EnteredUnit);
    }

    public void PutCustomerPrice(CustomerPriceRow price) =>
        Of("put_customer_price", "party_id", "item_id", "unit", "valid_from", "valid_to", "unit_price", "seq").Run(
            Transaction, price.PartyId, price.ItemId, price.Unit, price.ValidFrom, price.ValidTo, price.UnitPrice,
            price.Seq);

    /// <summary>The prices agreed with a customer, the latest to begin first.</summary>
    public List<CustomerPriceRow> CustomerPrices(long partyId, long itemId, string unit) =>
        Of("customer_prices", "party_id", "item_id", "unit").All(
            Transaction,
            row => new CustomerPriceRow
            {
                Seq = row.GetInt64(3),
                PartyId = partyId,
                ItemId = itemId,
                Unit = unit,
                ValidFrom = row.GetInt64(0),
                ValidTo = row.GetInt64(1),
                UnitPrice = row.GetInt64(2),
            },
            partyId, itemId, unit);

    /// <summary>Lines of deliveries to a party up to a moment, oldest first; of one project where it is not −1.
    /// </summary>
    public List<(long Seq, long LineNo)> DeliveredTo(DocumentRow head, long itemId) =>
        Of("delivered_to", "party_id", "item_id", "business_at", "project_id").All(
            Transaction, row => (row.GetInt64(0), row.GetInt64(1)), head.PartyId, itemId, head.BusinessAt,
            head.ProjectId);
}
