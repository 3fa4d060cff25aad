using System.Reflection;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;
using Analytics.Ledger.Verify;
using LinqToDB;
using LinqToDB.Mapping;

namespace Analytics.Ledger.Tests.Verify;

/// <summary>A book whose last two entries hold a row of every entry table, each column another value, chained as
/// posting chains. Their rows mean nothing: only the chain is whole.</summary>
public sealed class FullBook : IAsyncLifetime
{
    private readonly Canonical canonical = new();

    public static IReadOnlyList<(string Table, IReadOnlyList<PropertyInfo> Columns)> Tables { get; } =
    [
        .. EntryTables.All.Select(table => (
            table.Table.Name,
            (IReadOnlyList<PropertyInfo>)table.Row.GetProperties(BindingFlags.Public | BindingFlags.Instance))),
    ];

    public TestBook Test { get; private set; } = null!;

    /// <summary>The first of the two entries; the other follows it.</summary>
    public long Seq { get; private set; }

    public static string Column(PropertyInfo property) => property.GetCustomAttribute<ColumnAttribute>()!.Name!;

    /// <summary>The column that says which entry a row of a table belongs to.</summary>
    public static string Key(string table) => Column(Tables.Single(one => one.Table == table).Columns[0]);

    public async Task InitializeAsync()
    {
        Test = await TestBook.CreateAsync();
        await Test.PostedAsync(TestBook.Sale("D1", "2026-01-03", TestBook.Line(4, 60)));
        await Test.Journal.DisposeAsync();
        Seq = Test.Number("select seq from head") + 1;
        await WriteAsync(Seq);
        await WriteAsync(Seq + 1);
        (await ChainAsync()).Should().BeEmpty("nothing was altered yet");
    }

    /// <summary>Each test puts back what it altered: else those after it would find that and not their own.</summary>
    public async Task DisposeAsync()
    {
        var left = await ChainAsync();
        await Test.DisposeAsync();
        left.Should().BeEmpty("every test put back what it altered");
    }

    /// <summary>What verification finds in the chain and in rows without an entry; what the rows mean is not asked.
    /// </summary>
    public async Task<List<Finding>> ChainAsync(params (long Seq, string Hash)[] heads)
    {
        var report = await BookVerifier.VerifyAsync(Test.Book, heads, null, default);
        return [.. report.Findings.Where(finding => finding.Check is "chain" or "rows")];
    }

    private async Task WriteAsync(long seq)
    {
        using var db = new LedgerDb(await Test.Book.ConnectAsync(default));
        using var transaction = db.BeginTransaction();
        var before = db.GetTable<EntryRow>().OrderByDescending(entry => entry.Seq).First().Hash;
        var rows = EntryTables.All.Skip(1).Select(table => Row(table.Row, seq)).ToList();
        var entry = new EntryRow
        {
            Seq = seq, Kind = "sample", Actor = "somebody", RecordedAt = 1_700_000_000_000 + seq,
        };
        entry = entry with { Hash = Chain.Hash(canonical, before, entry, rows) };
        foreach (var row in rows.Prepend(entry))
        {
            EntryTables.All[EntryTables.PlaceOf(row)].Table.Write(db, [row]);
        }

        transaction.Commit();
        Test.Tamper($"update head set seq = {seq}, hash = '{entry.Hash}'");
    }

    private static object Row(Type type, long seq)
    {
        var row = Activator.CreateInstance(type)!;
        var columns = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        for (var at = 0; at < columns.Length; at++)
        {
            // Numbers that no replay minds: no quantity, no month beyond the calendar, a kind that adds up nothing.
            object value = at == 0 ? seq
                : columns[at].Name == "LineNo" ? 1L
                : columns[at].PropertyType == typeof(string) ? $"{columns[at].Name} {seq}"
                : columns[at].Name == "ClosedTo" || columns[at].Name.EndsWith("Date", StringComparison.Ordinal)
                    ? 20260101 + (seq % 2)
                : columns[at].Name is "Qty" or "CostBasis" ? 0L
                : at + (seq * 100);
            columns[at].SetValue(row, value);
        }

        return row;
    }
}
