using System.Data.Common;
using Npgsql;

namespace Analytics.Ledger.Posting;

/// <summary>Documents by key and by number.</summary>
/// <remarks>On PostgreSQL those of a group are asked for together when it begins, and remembered until its end.
/// </remarks>
internal sealed partial class StateTables
{
    private readonly Dictionary<string, DocumentState?> expectedDocuments = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Number), (long Seq, string Key)?> expectedNumbers = [];

    /// <summary>Whether it pays to say what will be asked for: a question costs a round trip.</summary>
    public bool CanExpect => connection is NpgsqlConnection;

    /// <summary>These will be asked for next. Call it at the beginning of each group.</summary>
    public void Expect(IReadOnlyCollection<string> keys, IReadOnlyCollection<(string Kind, string Number)> numbers)
    {
        if (keys.Count < 2)
        {
            ExpectNone([], []);
            return;
        }

        ExpectNone(keys, numbers);
        var documents = Of("find_documents", "keys").All(
            Transaction, row => (Key: row.GetString(8), Document: Read(row)), (object)keys.ToArray());
        foreach (var (key, document) in documents)
        {
            expectedDocuments[key] = document;
        }

        var taken = Of("find_document_nos", "kinds", "numbers").All(
            Transaction, row => (Number: (row.GetString(0), row.GetString(1)), By: (row.GetInt64(2), row.GetString(3))),
            numbers.Select(number => number.Kind).ToArray(), numbers.Select(number => number.Number).ToArray());
        foreach (var (number, by) in taken)
        {
            expectedNumbers[number] = by;
        }
    }

    /// <summary>None of these is there: they are not looked up.</summary>
    public void ExpectNone(IEnumerable<string> keys, IEnumerable<(string Kind, string Number)> numbers)
    {
        expectedDocuments.Clear();
        expectedNumbers.Clear();
        foreach (var key in keys)
        {
            expectedDocuments[key] = null;
        }

        foreach (var number in numbers)
        {
            expectedNumbers[number] = null;
        }
    }

    public DocumentState? Document(string key) => expectedDocuments.TryGetValue(key, out var known)
        ? known
        : Of("find_document", "document_key").First(Transaction, Read, key);

    public void PutDocument(string key, DocumentState after)
    {
        if (expectedDocuments.ContainsKey(key))
        {
            expectedDocuments[key] = after;
        }

        Of(
                "put_document", "document_key", "kind", "document_no", "status", "seq", "draft_seq", "content_digest",
                "actor", "approvals")
            .Run(
                Transaction, key, after.Kind, after.DocumentNo, after.Status, after.Seq, after.DraftSeq, after.Digest,
                after.Actor, after.Approvals);
    }

    public (long Seq, string Key)? Number(string kind, string number) =>
        expectedNumbers.TryGetValue((kind, number), out var known)
            ? known
            : Of("find_document_no", "kind", "document_no").First<(long, string)?>(
                Transaction, row => (row.GetInt64(0), row.GetString(1)), kind, number);

    public void PutNumber(string kind, string number, string key, long seq)
    {
        if (expectedNumbers.ContainsKey((kind, number)))
        {
            expectedNumbers[(kind, number)] = (seq, key);
        }

        Of("put_document_no", "kind", "document_no", "document_key", "seq").Run(Transaction, kind, number, key, seq);
    }

    public void DropNumber(string kind, string number)
    {
        if (expectedNumbers.ContainsKey((kind, number)))
        {
            expectedNumbers[(kind, number)] = null;
        }

        Of("drop_document_no", "kind", "document_no").Run(Transaction, kind, number);
    }

    private static DocumentState Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetString(5),
        row.GetString(6), row.GetString(7));
}
