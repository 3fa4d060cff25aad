using System.Data.Common;

namespace Analytics.Ledger.Posting;

/// <summary>Reads and writes the <c>state_</c> tables, one row at a time, each clustered on the key it is asked by.
/// </summary>
internal sealed partial class StateTables(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = [];

    /// <summary>The transaction every call runs in.</summary>
    public DbTransaction Transaction { get; set; } = null!;

    public (long Seq, string Hash) Head() =>
        Of("head").First(Transaction, row => (row.GetInt64(0), row.GetString(1)));

    public void PutHead(long seq, string hash) => Of("head_update", "seq", "hash").Run(Transaction, seq, hash);

    /// <summary>Null also for a text the book never takes: not every engine lets one ask for it.</summary>
    public (long Id, long VersionId)? Master(string kind, string code) => Texts.FirstInvalid(code) is not null
        ? null
        : Of("find_master", "kind", "code")
            .First<(long, long)?>(Transaction, row => (row.GetInt64(0), row.GetInt64(1)), kind, code);

    public void PutMaster(Draft.MasterVersion master) => Of("put_master", "kind", "code", "id", "version_id")
        .Run(Transaction, master.Kind, master.Code, master.Id, master.VersionId);

    public DocumentState? Document(string key) => Of("find_document", "document_key").First(
        Transaction,
        row => new DocumentState(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetString(5),
            row.GetString(6), row.GetString(7)),
        key);

    public void PutDocument(string key, DocumentState after) => Of(
            "put_document", "document_key", "kind", "document_no", "status", "seq", "draft_seq", "content_digest",
            "actor", "approvals")
        .Run(
            Transaction, key, after.Kind, after.DocumentNo, after.Status, after.Seq, after.DraftSeq, after.Digest,
            after.Actor, after.Approvals);

    public (long Seq, string Key)? Number(string kind, string number) => Of("find_document_no", "kind", "document_no")
        .First<(long, string)?>(Transaction, row => (row.GetInt64(0), row.GetString(1)), kind, number);

    public void PutNumber(string kind, string number, string key, long seq) =>
        Of("put_document_no", "kind", "document_no", "document_key", "seq").Run(Transaction, kind, number, key, seq);

    public void DropNumber(string kind, string number) =>
        Of("drop_document_no", "kind", "document_no").Run(Transaction, kind, number);

    public void PutReversed(long seq) => Of("put_reversed", "seq").Run(Transaction, seq);

    public long Balance(string account, long partyId) =>
        Of("find_balance", "account", "party_id").First(Transaction, row => row.GetInt64(2), account, partyId);

    public void PutBalance((string Account, long PartyId) key, long amount) =>
        Of("put_balance", "account", "party_id", "amount").Run(Transaction, key.Account, key.PartyId, amount);

    public Dictionary<(long MonthKey, string Measure), long> Control(long block) => Of("find_control", "block")
        .All(Transaction, row => (Key: (row.GetInt64(0), row.GetString(1)), Total: row.GetInt64(2)), block)
        .ToDictionary(row => row.Key, row => row.Total);

    public void PutControl(long block, (long MonthKey, string Measure) key, long total) =>
        Of("put_control", "block", "month_key", "measure", "total")
            .Run(Transaction, block, key.MonthKey, key.Measure, total);

    public void DropControl(long block) => Of("drop_control", "block").Run(Transaction, block);

    public (long Date, long Seq) ClosedTo() =>
        Of("find_closed_to").First(Transaction, row => (row.GetInt64(0), row.GetInt64(1)));

    /// <summary>A party's personal fields; null once erased.</summary>
    public Draft.PartyPrivate? Private(long versionId) => Of("find_party_private", "version_id").First(
        Transaction,
        row => row.IsDBNull(0)
            ? null
            : new Draft.PartyPrivate(versionId, row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
        versionId);

    public void PutPrivate(Draft.PartyPrivate fields) =>
        Of("put_party_private", "version_id", "party_name", "phone", "address", "salt")
            .Run(Transaction, fields.VersionId, fields.Name, fields.Phone, fields.Address, fields.Salt);

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }

    private Statement Of(string file, params ReadOnlySpan<string> parameters)
    {
        if (!statements.TryGetValue(file, out var statement))
        {
            statements.Add(file, statement = new Statement(connection, $"sql/{file}.sql", parameters));
        }

        return statement;
    }
}
