using System.Reflection;

namespace Analytics.Ledger.Tests.Verify;

/// <summary>Every column and row of every entry table is bound by the chain. The theories come from the mapping: a
/// table or column that is added is tried by itself.</summary>
public sealed class EveryColumnTests(FullBook book) : IClassFixture<FullBook>
{
    public static TheoryData<string, string> Columns
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (table, columns) in FullBook.Tables)
            {
                foreach (var column in columns)
                {
                    all.Add(table, FullBook.Column(column));
                }
            }

            return all;
        }
    }

    public static TheoryData<string> TableNames => [.. FullBook.Tables.Select(table => table.Table)];

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task An_altered_column_is_found(string table, string column)
    {
        var key = FullBook.Key(table);
        var isText = Property(table, column).PropertyType == typeof(string);
        var isKey = column == key;
        Tamper($"update {table} set {column} = {(isText ? column + " || 'x'" : column + " + 1000")} "
            + $"where {key} = {book.Seq}");

        var found = await book.ChainAsync();

        Tamper($"update {table} set {column} = "
            + (isText ? $"substr({column}, 1, length({column}) - 1) " : $"{column} - 1000 ")
            + $"where {key} = {(isKey ? book.Seq + 1000 : book.Seq)}");
        found.Should().Contain(finding => finding.Check == "chain" && finding.Seq == book.Seq);
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    public async Task A_row_removed_is_found(string table)
    {
        var key = FullBook.Key(table);
        Tamper($"update {table} set {key} = -{key} where {key} = {book.Seq}");
        Tamper($"create table kept as select * from {table} where {key} = -{book.Seq}");
        Tamper($"delete from {table} where {key} = -{book.Seq}");

        var found = await book.ChainAsync();

        Tamper($"insert into {table} select * from kept");
        Tamper($"update {table} set {key} = -{key} where {key} = -{book.Seq}");
        book.Test.Tamper("drop table kept");
        found.Should().Contain(finding => finding.Check == "chain" && finding.Seq == book.Seq);
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    public async Task A_row_that_is_there_twice_is_found(string table)
    {
        var columns = FullBook.Tables.Single(one => one.Table == table).Columns;
        var key = FullBook.Key(table);
        var hasLines = columns[1].Name == "LineNo";
        // Without line numbers an entry has one row a table: the second can only stand under another seq.
        var names = columns.Select(FullBook.Column).ToList();
        var values = names.Select(name => name == key && !hasLines ? $"{key} + 1000" : name == "line_no" ? "2" : name);
        Tamper($"insert into {table} select {string.Join(", ", values)} from {table} where {key} = {book.Seq}");

        var found = await book.ChainAsync();

        Tamper(hasLines
            ? $"delete from {table} where {key} = {book.Seq} and line_no = 2"
            : $"delete from {table} where {key} = {book.Seq + 1000}");
        found.Should().Contain(hasLines
            ? finding => finding.Check == "chain" && finding.Seq == book.Seq
            : finding => finding.Check == "rows" && finding.Seq == book.Seq + 1000);
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    public async Task Rows_of_two_entries_that_change_places_are_found(string table)
    {
        Swap(table);

        var found = await book.ChainAsync();

        Swap(table);
        found.Should().Contain(finding => finding.Check == "chain" && finding.Seq == book.Seq);
        found.Should().Contain(finding => finding.Check == "chain" && finding.Seq == book.Seq + 1);
    }

    [Fact]
    public async Task Two_entries_that_change_places_with_all_their_rows_are_found()
    {
        Swap([.. FullBook.Tables.Select(table => table.Table)]);

        var found = await book.ChainAsync();

        Swap([.. FullBook.Tables.Select(table => table.Table)]);
        found.Should().Contain(finding => finding.Check == "chain" && finding.Seq == book.Seq);
        found.Should().Contain(finding => finding.Check == "chain" && finding.Seq == book.Seq + 1);
    }

    private static PropertyInfo Property(string table, string column) =>
        FullBook.Tables.Single(one => one.Table == table).Columns.Single(one => FullBook.Column(one) == column);

    private void Swap(params string[] tables)
    {
        foreach (var table in tables)
        {
            var key = FullBook.Key(table);
            Tamper($"update {table} set {key} = -{key} where {key} in ({book.Seq}, {book.Seq + 1})", 2);
            Tamper($"update {table} set {key} = {(2 * book.Seq) + 1} + {key} where {key} < 0", 2);
        }
    }

    private void Tamper(string sql, int rows = 1)
    {
        var changed = book.Test.Tamper(sql);
        if (!sql.StartsWith("create", StringComparison.Ordinal))
        {
            changed.Should().Be(rows, sql);
        }
    }
}
