using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The part of the state around orders. Reservations are kept in memory, the rest is asked of the tables.
/// </summary>
internal sealed partial class State
{
    private readonly Dictionary<(long ItemId, long DepotId), Dictionary<(long Seq, long LineNo), Reservation>>
        reserved = [];

    private readonly HashSet<(long ItemId, long DepotId, long Seq, long LineNo)> changedReserved = [];

    /// <summary>What is reserved of an item in a depot, by order line.</summary>
    public IReadOnlyDictionary<(long Seq, long LineNo), Reservation> Reserved(long itemId, long depotId)
    {
        if (!reserved.TryGetValue((itemId, depotId), out var known))
        {
            reserved.Add((itemId, depotId), known = tables.Reserved(itemId, depotId));
        }

        return known;
    }

    /// <summary>What a document around orders says beside its lines; null where it says none of it.</summary>
    public SalesDetailRow? SalesDetail(long seq) =>
        OtherRows<SalesDetailRow>(seq) is [var row, ..] ? row : null;

    public IReadOnlyList<VoucherRangeRow> VoucherRanges(long seq) =>
        OtherRows<VoucherRangeRow>(seq);

    /// <summary>By whom a delivered line was signed for.</summary>
    public List<SignedLine> Signed(long seq, long lineNo)
    {
        Write();
        return tables.Signed(seq, lineNo);
    }

    public List<SoldVoucher> Vouchers(VoucherRange range)
    {
        Write();
        return tables.Vouchers(range);
    }

    public List<CustomerPriceRow> CustomerPrices(long partyId, long itemId, string unit)
    {
        Write();
        return tables.CustomerPrices(partyId, itemId, unit);
    }

    /// <summary>Lines of deliveries to the document's party, and project where it has one, oldest first.</summary>
    public List<(long Seq, long LineNo)> DeliveredTo(DocumentRow head, long itemId)
    {
        Write();
        return tables.DeliveredTo(head, itemId);
    }

    private void ApplySales(Draft draft)
    {
        foreach (var ((itemId, depotId, seq, lineNo), kept) in draft.Reserved)
        {
            _ = Reserved(itemId, depotId);
            if (kept.Qty == 0)
            {
                reserved[(itemId, depotId)].Remove((seq, lineNo));
            }
            else
            {
                reserved[(itemId, depotId)][(seq, lineNo)] = kept;
            }

            changedReserved.Add((itemId, depotId, seq, lineNo));
        }
    }

    private void WriteSales()
    {
        foreach (var (itemId, depotId, seq, lineNo) in changedReserved)
        {
            var kept = reserved[(itemId, depotId)].GetValueOrDefault((seq, lineNo));
            tables.PutReserved((itemId, depotId), (seq, lineNo), kept);
        }

        changedReserved.Clear();
    }

    private void TrimSales()
    {
        if (reserved.Count > MostCached)
        {
            reserved.Clear();
        }
    }
}
