using System.Data.Common;
using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Posting;

/// <summary>Reads and writes the <c>state_</c> tables, one row at a time, each clustered on the key it is asked by.
/// </summary>
internal sealed class StateTables(DbConnection connection) : IDisposable
{
    private readonly Statement findMaster = new(connection, "sql/find_master.sql", "kind", "code");
    private readonly Statement findKey = new(connection, "sql/find_document_key.sql", "document_key");
    private readonly Statement findNumber = new(connection, "sql/find_document_no.sql", "kind", "document_no");
    private readonly Statement findStock = new(connection, "sql/find_stock.sql", "item_id", "depot_id");
    private readonly Statement findUncovered = new(connection, "sql/find_uncovered.sql", "item_id", "depot_id");
    private readonly Statement findSaleLine = new(connection, "sql/find_sale_line.sql", "seq", "line_no");
    private readonly Statement findBalance = new(connection, "sql/find_balance.sql", "account", "party_id");
    private readonly Statement findControl = new(connection, "sql/find_control.sql", "block");
    private readonly Statement findClosedTo = new(connection, "sql/find_closed_to.sql");
    private readonly Statement findPrivate = new(connection, "sql/find_party_private.sql", "version_id");
    private readonly Statement head = new(connection, "sql/head.sql");
    private readonly Statement putHead = new(connection, "sql/head_update.sql", "seq", "hash");
    private readonly Statement putMaster = new(connection, "sql/put_master.sql", "kind", "code", "id", "version_id");
    private readonly Statement putKey =
        new(connection, "sql/put_document_key.sql", "document_key", "seq", "content_digest");
    private readonly Statement putNumber = new(connection, "sql/put_document_no.sql", "kind", "document_no", "seq");
    private readonly Statement putStock = new(
        connection, "sql/put_stock.sql", "item_id", "depot_id", "qty", "value", "last_cost", "last_business_at");
    private readonly Statement putUncovered = new(
        connection, "sql/put_uncovered.sql", "item_id", "depot_id", "seq", "line_no", "store_id", "business_at",
        "business_date", "qty", "value", "is_cost_explicit");
    private readonly Statement dropUncovered =
        new(connection, "sql/drop_uncovered.sql", "item_id", "depot_id", "seq", "line_no");
    private readonly Statement putSaleLine = new(
        connection, "sql/put_sale_line.sql", "seq", "line_no", "returned_qty", "returned_cost", "adjusted_cost");
    private readonly Statement putBalance = new(connection, "sql/put_balance.sql", "account", "party_id", "amount");
    private readonly Statement putControl =
        new(connection, "sql/put_control.sql", "block", "month_key", "measure", "total");
    private readonly Statement dropControl = new(connection, "sql/drop_control.sql", "block");
    private readonly Statement putPrivate = new(
        connection, "sql/put_party_private.sql", "version_id", "party_name", "phone", "address", "salt");

    /// <summary>The transaction every call runs in.</summary>
    public DbTransaction Transaction { get; set; } = null!;

    public (long Seq, string Hash) Head() => head.First(Transaction, row => (row.GetInt64(0), row.GetString(1)));

    public void PutHead(long seq, string hash) => putHead.Run(Transaction, seq, hash);

    public (long Id, long VersionId)? Master(string kind, string code) =>
        findMaster.First<(long, long)?>(Transaction, row => (row.GetInt64(0), row.GetInt64(1)), kind, code);

    public void PutMaster(Draft.MasterVersion master) =>
        putMaster.Run(Transaction, master.Kind, master.Code, master.Id, master.VersionId);

    public (long Seq, string Digest)? Key(string key) =>
        findKey.First<(long, string)?>(Transaction, row => (row.GetInt64(0), row.GetString(1)), key);

    public long? Number(string kind, string number) =>
        findNumber.First<long?>(Transaction, row => row.GetInt64(0), kind, number);

    public void PutDocument(Tables.DocumentRow document)
    {
        putKey.Run(Transaction, document.DocumentKey, document.Seq, document.ContentDigest);
        putNumber.Run(Transaction, document.Kind, document.DocumentNo, document.Seq);
    }

    public Pool Pool(long itemId, long depotId)
    {
        var pool = findStock.First(
            Transaction,
            row => new Pool(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), []),
            itemId, depotId);
        return pool is null ? Costing.Pool.Empty
            : pool.Qty >= 0 ? pool
            : pool with { Uncovered = [.. findUncovered.All(Transaction, ReadUncovered, itemId, depotId)] };
    }

    /// <summary>Writes a pool, and of its uncovered issues what differs from <paramref name="before"/>.</summary>
    public void PutPool((long ItemId, long DepotId) key, Pool before, Pool after)
    {
        putStock.Run(
            Transaction, key.ItemId, key.DepotId, after.Qty, after.Value, after.LastCost, after.LastBusinessAt);
        if (ReferenceEquals(before.Uncovered, after.Uncovered))
        {
            return;
        }

        var left = after.Uncovered.Select(issue => (issue.Seq, issue.LineNo)).ToHashSet();
        foreach (var gone in before.Uncovered.Where(issue => !left.Contains((issue.Seq, issue.LineNo))))
        {
            dropUncovered.Run(Transaction, key.ItemId, key.DepotId, gone.Seq, gone.LineNo);
        }

        foreach (var issue in after.Uncovered.Except(before.Uncovered))
        {
            putUncovered.Run(
                Transaction, key.ItemId, key.DepotId, issue.Seq, issue.LineNo, issue.StoreId, issue.BusinessAt,
                issue.BusinessDate, issue.Qty, issue.Value, issue.IsCostExplicit ? 1L : 0L);
        }
    }

    public SaleLineState SaleLine(long seq, long lineNo) => findSaleLine.First(
        Transaction, row => new SaleLineState(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), seq, lineNo);

    public void PutSaleLine((long Seq, long LineNo) key, SaleLineState after) => putSaleLine.Run(
        Transaction, key.Seq, key.LineNo, after.ReturnedQty, after.ReturnedCost, after.AdjustedCost);

    public long Balance(string account, long partyId) =>
        findBalance.First(Transaction, row => row.GetInt64(2), account, partyId);

    public void PutBalance((string Account, long PartyId) key, long amount) =>
        putBalance.Run(Transaction, key.Account, key.PartyId, amount);

    public Dictionary<(long MonthKey, string Measure), long> Control(long block) => findControl
        .All(Transaction, row => (Key: (row.GetInt64(0), row.GetString(1)), Total: row.GetInt64(2)), block)
        .ToDictionary(row => row.Key, row => row.Total);

    public void PutControl(long block, (long MonthKey, string Measure) key, long total) =>
        putControl.Run(Transaction, block, key.MonthKey, key.Measure, total);

    public void DropControl(long block) => dropControl.Run(Transaction, block);

    public (long Date, long Seq) ClosedTo() =>
        findClosedTo.First(Transaction, row => (row.GetInt64(0), row.GetInt64(1)));

    /// <summary>A party's personal fields; null once erased.</summary>
    public Draft.PartyPrivate? Private(long versionId) => findPrivate.First(
        Transaction,
        row => row.IsDBNull(0)
            ? null
            : new Draft.PartyPrivate(versionId, row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
        versionId);

    public void PutPrivate(Draft.PartyPrivate fields) => putPrivate.Run(
        Transaction, fields.VersionId, fields.Name, fields.Phone, fields.Address, fields.Salt);

    public void Dispose()
    {
        Statement[] all =
        [
            findMaster, findKey, findNumber, findStock, findUncovered, findSaleLine, findBalance, findControl,
            findClosedTo, findPrivate, head, putHead, putMaster, putKey, putNumber, putStock, putUncovered,
            dropUncovered, putSaleLine, putBalance, putControl, dropControl, putPrivate,
        ];
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }

    private static Uncovered ReadUncovered(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
        row.GetInt64(6), row.GetInt64(7) == 1);
}
