using System.Data.Common;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The tables of open items and of what was taken back.</summary>
internal sealed partial class StateTables
{
    public List<HeldItem> OpenItemsOf(long seq) =>
        Of("open_items_of_entry", "seq").All(Transaction, Item, seq);

    public List<HeldItem> OpenItemsOn(string account, long partyId) =>
        Of("open_items_on_account", "account", "party_id").All(Transaction, Item, account, partyId);

    public void PutOpenItem(OpenItemRow item, long remaining) => Of(
            "put_open_item", "account", "party_id", "seq", "line_no", "due_date", "origin_date", "amount", "remaining")
        .Run(
            Transaction, item.Account, item.PartyId, item.Seq, item.LineNo, item.DueDate, item.OriginDate, item.Amount,
            remaining);

    public void DropOpenItem(OpenItemRow item) => Of("drop_open_item", "account", "party_id", "seq", "line_no")
        .Run(Transaction, item.Account, item.PartyId, item.Seq, item.LineNo);

    public void PutItemFreed(long seq, long lineNo, long freedOn) =>
        Of("put_item_freed", "seq", "line_no", "freed_on").Run(Transaction, seq, lineNo, freedOn);

    public long? AllocationTakenBackBy(long seq) => Of("find_allocation_taken_back", "seq")
        .First<long?>(Transaction, row => row.GetInt64(0), seq);

    public void PutAllocationTakenBack(long seq, long bySeq) =>
        Of("put_allocation_taken_back", "seq", "by_seq").Run(Transaction, seq, bySeq);

    private static HeldItem Item(DbDataReader row) => new(
        new OpenItemRow
        {
            Seq = row.GetInt64(0),
            LineNo = row.GetInt64(1),
            Account = row.GetString(2),
            PartyId = row.GetInt64(3),
            BusinessDate = row.GetInt64(4),
            DueDate = row.GetInt64(5),
            OriginDate = row.GetInt64(6),
            Amount = row.GetInt64(7),
        },
        row.GetInt64(8), row.GetInt64(9), row.GetInt64(10));
}
