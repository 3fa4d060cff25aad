using System.Data.Common;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.History;

/// <summary>Reads what became of a master or a document (审计轨迹), step by step, out of the entries themselves.</summary>
/// <remarks>For a single one, not for many: a document's steps are looked for in tables that are kept by seq, so that
/// the time grows with the adjustments and status changes of the book.</remarks>
public sealed class BookHistory : IDisposable
{
    private readonly BookReader view;
    private readonly StateTables tables;
    private readonly LedgerDb db;
    private readonly VersionText text;

    /// <param name="view">Is read as of its <see cref="BookReader.Seq"/>, and stays open.</param>
    public BookHistory(BookReader view)
    {
        this.view = view;
        tables = new StateTables(view.Connection) { Transaction = view.Transaction };
        db = new LedgerDb(view.Transaction);
        text = new VersionText(view);
    }

    /// <summary>The steps of a master; empty where there is none.</summary>
    /// <param name="kind">As the book names it, such as <c>item</c>; <c>limit_rule</c>, <c>target</c> and so on too.
    /// </param>
    /// <param name="code">What it is known by; a bin by depot/area/bin, a list's value by list/value.</param>
    public IReadOnlyList<HistoryStep> Master(string kind, string code)
    {
        if (!MasterKinds.Tables.TryGetValue(kind, out var stored) || tables.Master(kind, code) is not { } master)
        {
            return [];
        }

        var steps = new List<HistoryStep>();
        var before = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Draft.PartyPrivate? person = null;
        foreach (var (seq, at, actor, reason) in Entries("sql/master_history.sql", kind, master.Id))
        {
            if (reason.Length > 0)
            {
                steps.Add(new HistoryStep(seq, at, actor, "erased", [new FieldChange("reason", "", reason)]));
                continue;
            }

            var after = text.Fields(stored, db, seq);
            var changes = Changes(before, after);
            if (kind == MasterKinds.Party)
            {
                var next = tables.Private(seq);
                changes.AddRange(Personal(person, next, isFirst: steps.Count == 0));
                person = next;
            }

            steps.Add(new HistoryStep(seq, at, actor, steps.Count == 0 ? "created" : "changed", changes));
            before = after;
        }

        return steps;
    }

    /// <summary>The steps of a document by its number; empty where there is none.</summary>
    public IReadOnlyList<HistoryStep> Document(DocumentKind kind, string number) =>
        tables.Number(DocumentKinds.Name(kind), number) is { } found ? Document(found.Key) : [];

    /// <summary>The steps of a document by its key; empty where there is none.</summary>
    public IReadOnlyList<HistoryStep> Document(string key)
    {
        if (tables.Document(key) is not { } document)
        {
            return [];
        }

        using var command = view.Command(LedgerSql.Text("sql/document_history.sql"));
        command.Bind("@document_key", key);
        command.Bind("@seq", document.Seq);
        using var rows = command.ExecuteReader();
        var steps = new List<HistoryStep>();
        while (rows.Read())
        {
            var (seq, at, actor) = Entry(rows);
            var change = new FieldChange(rows.GetString(4), rows.GetString(5), rows.GetString(6));
            if (change.Field == "cost_amount")
            {
                change = change with { After = new Money(rows.GetInt64(7)).ToString() };
            }

            steps.Add(new HistoryStep(
                seq, at, actor, rows.GetString(3), change.Field.Length == 0 ? [] : [change]));
        }

        return steps;
    }

    public void Dispose()
    {
        tables.Dispose();
        db.Dispose();
    }

    private List<(long Seq, DateTimeOffset At, string Actor, string Reason)> Entries(string file, string kind, long id)
    {
        using var command = view.Command(LedgerSql.Text(file));
        command.Bind("@kind", kind);
        command.Bind("@id", id);
        using var rows = command.ExecuteReader();
        var entries = new List<(long, DateTimeOffset, string, string)>();
        while (rows.Read())
        {
            var (seq, at, actor) = Entry(rows);
            entries.Add((seq, at, actor, rows.GetString(3)));
        }

        return entries;
    }

    private static (long Seq, DateTimeOffset At, string Actor) Entry(DbDataReader row) =>
        (row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2));

    private static List<FieldChange> Changes(
        SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(field => new FieldChange(
                field, before.GetValueOrDefault(field, ""), after.GetValueOrDefault(field, "")))
            .Where(change => change.Before != change.After),
    ];

    /// <summary>Which personal fields changed, never to what.</summary>
    private static IEnumerable<FieldChange> Personal(
        Draft.PartyPrivate? before, Draft.PartyPrivate? after, bool isFirst)
    {
        if (after is null)
        {
            return [new FieldChange("personal", "", "erased")];
        }

        // What was erased cannot be compared: all that stands now counts as changed.
        (string Field, string? Before, string After)[] fields =
        [
            ("party_name", before?.Name, after.Name), ("phone", before?.Phone, after.Phone),
            ("address", before?.Address, after.Address),
        ];
        return fields.Where(field => (field.Before ?? "") != field.After)
            .Select(field => new FieldChange(field.Field, "", isFirst ? "stated" : "changed"));
    }
}
