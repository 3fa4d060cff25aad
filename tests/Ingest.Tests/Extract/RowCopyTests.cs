using System.Globalization;
using Analytics.Ingest.Extract;
using Analytics.Ingest.Tests.Snapshots;
using Analytics.Ledger;
using Analytics.Star;
using Microsoft.Data.Sqlite;

namespace Analytics.Ingest.Tests.Extract;

/// <summary>The two ways from the Ledger's engine to the Star's leave the same table, row for row.</summary>
public sealed class RowCopyTests
{
    private const string Sql = "select seq, line_no, word, number from odd where seq > @from_seq and seq <= @to_seq "
        + "order by seq, line_no";

    private static readonly string[] Words =
        ["", "a", "商品 一", "🙂🙂🙂🙂", "é\tü\n'\"", "twelve bytes", "thirteen byte", new string('长', 700)];

    private static readonly long[] Numbers = [0, -1, long.MinValue, long.MaxValue, 42, -10_000_000_000];

    [Theory]
    [InlineData(0, 3, 100)]
    [InlineData(1, 3, 100)]
    [InlineData(2047, 1, 100_000)]
    [InlineData(2048, 1, 100_000)]
    [InlineData(2048, 2, 2048)]
    [InlineData(2049, 1, 100_000)]
    [InlineData(9000, 1, 7)]
    [InlineData(9000, 2, 1000)]
    [InlineData(9000, 5, 64)]
    public async Task By_the_chunk_on_any_number_of_threads_rows_lie_as_they_do_row_by_row(
        int count, int threads, long entriesOfRange)
    {
        await using var copies = await Copies.CreateAsync();
        await copies.FillAsync(Enumerable.Range(1, count).Select(n =>
            ((long)n, Words[n % Words.Length], (long?)Numbers[n % Numbers.Length])));
        var query = Query(count) with { EntriesOfRange = entriesOfRange };

        var (byRow, rowCount) = await copies.CopyAsync(new RowCopy(copies.View, copies.Session), query);
        var (byChunk, chunkCount) = await copies.CopyAsync(
            new ChunkCopy(copies.View, copies.Session, threads), query);

        byRow.Should().HaveCount(count);
        byChunk.Should().Equal(byRow);
        (rowCount, chunkCount).Should().Be((count, count));
    }

    [Fact]
    public async Task Texts_of_two_megabytes_arrive_whole()
    {
        await using var copies = await Copies.CreateAsync();
        var texts = Enumerable.Range(1, 6).Select(n => string.Concat(Enumerable.Repeat($"{n}单", 500_000))).ToList();
        await copies.FillAsync(texts.Select((text, at) => (at + 1L, text, (long?)at)));

        var (rows, _) = await copies.CopyAsync(new ChunkCopy(copies.View, copies.Session, 2), Query(6));

        rows.Should().Equal(texts.Select((text, at) => $"{at + 1}|0|{text}|{at}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cell_that_holds_nothing_is_refused_by_both(bool isPortable)
    {
        await using var copies = await Copies.CreateAsync();
        await copies.FillAsync(Enumerable.Range(1, 5000).Select(n => ((long)n, "a", n == 3000 ? null : (long?)n)));

        var copying = () => copies.CopyAsync(copies.Copy(isPortable), Query(5000) with { EntriesOfRange = 500 });

        var message = (await copying.Should().ThrowAsync<Exception>()).Which.Message;
        message.Should().Contain(isPortable ? "NULL" : "the book holds nothing in number");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_text_longer_than_any_that_is_posted_is_refused_by_both_and_not_carried(bool isPortable)
    {
        await using var copies = await Copies.CreateAsync();
        await copies.FillAsync([(1, "a", 1), (2, new string('x', BookRows.MostText + 1), 2)]);

        var copying = () => copies.CopyAsync(copies.Copy(isPortable), Query(2));

        (await copying.Should().ThrowAsync<InvalidDataException>())
            .Which.Message.Should().StartWith("the book holds a text of 16 MB in word").And.NotContain("\n");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_midway_it_stops_and_the_session_goes_on(bool isPortable)
    {
        await using var copies = await Copies.CreateAsync();
        await copies.FillAsync(Enumerable.Range(1, 120_000).Select(n => ((long)n, "a", (long?)n)));
        using var stop = new CancellationTokenSource();
        var seen = 0L;

        var copying = () => copies.CopyAsync(
            copies.Copy(isPortable), Query(120_000), rows => { seen = rows; stop.Cancel(); }, stop.Token);

        await copying.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().BeInRange(1, 119_999);
        (await copies.CopyAsync(copies.Copy(isPortable), Query(120_000))).Rows.Should().HaveCount(120_000);
    }

    [Fact]
    public async Task A_view_beside_another_knows_what_is_posted_later_and_the_ranges_leave_it_out()
    {
        await using var copies = await Copies.CreateAsync();
        await copies.FillAsync(Enumerable.Range(1, 50).Select(n => ((long)n, "a", (long?)n)));
        var query = Query(40) with { EntriesOfRange = 10 };

        var (rows, _) = await copies.CopyAsync(new ChunkCopy(copies.View, copies.Session, 3), query);

        rows.Should().HaveCount(40);
    }

    [Fact]
    public void Rows_that_are_added_to_others_are_read_in_one_range()
    {
        var query = Query(100) with { EntriesOfRange = 30 };

        query.Ranges().Should().Equal((0, 30), (30, 60), (60, 90), (90, 100));
        (query with { FromSeq = 5 }).Ranges().Should().Equal((5, 100));
        (query with { MaySplit = false }).Ranges().Should().Equal((0, 100));
    }

    private static ExtractQuery Query(long toSeq) => new(Sql, "staging_odd", 0, toSeq, true);

    /// <summary>A book with a table of odd rows, and a session to stage them in.</summary>
    private sealed class Copies : IAsyncDisposable
    {
        private readonly CompanyFolder company;
        private readonly StarBuild build;
        private BookReader? view;

        private Copies(CompanyFolder company, StarBuild build) => (this.company, this.build) = (company, build);

        public StarSession Session => build.Session;

        public BookReader View => view!;

        public static async Task<Copies> CreateAsync()
        {
            var company = await CompanyFolder.CreateAsync(0);
            return new(company, await StarBuild.StartAsync(company.Star, new(), TimeProvider.System, default));
        }

        public IRowCopy Copy(bool isPortable) =>
            isPortable ? new RowCopy(View, Session) : new ChunkCopy(View, Session, 2);

        public async Task FillAsync(IEnumerable<(long Seq, string Word, long? Number)> rows)
        {
            await using (var connection = new SqliteConnection(
                $"Data Source={company.File("ledger.db")};Pooling=False"))
            {
                await connection.OpenAsync();
                await using var transaction = connection.BeginTransaction();
                await using var command = connection.CreateCommand();
                command.CommandText = "create table odd (seq bigint, line_no bigint, word text, number bigint, "
                    + "primary key (seq, line_no)) without rowid";
                await command.ExecuteNonQueryAsync();
                command.CommandText = "insert into odd values (@seq, 0, @word, @number)";
                foreach (var (seq, word, number) in rows)
                {
                    command.Parameters.Clear();
                    command.Parameters.AddWithValue("@seq", seq);
                    command.Parameters.AddWithValue("@word", word);
                    command.Parameters.AddWithValue("@number", (object?)number ?? DBNull.Value);
                    await command.ExecuteNonQueryAsync();
                }

                await transaction.CommitAsync();
            }

            view = await company.Book.ReadAsync(default);
        }

        public async Task<(List<string> Rows, long Count)> CopyAsync(
            IRowCopy copy, ExtractQuery query, Action<long>? atRows = null, CancellationToken ct = default)
        {
            await Session.ExecuteAsync(
                "create or replace temp table staging_odd (seq bigint not null, line_no bigint not null, "
                + "word varchar not null, number bigint not null)", default);
            var count = await copy.CopyAsync(query, atRows ?? (_ => { }), ct);
            var rows = await Fixtures.Query.RowsAsync(Session.Connection, "select * from staging_odd order by rowid");
            return (rows.ConvertAll(row => string.Join(
                '|', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)))), count);
        }

        public async ValueTask DisposeAsync()
        {
            if (view is not null)
            {
                await view.DisposeAsync();
            }

            await build.DisposeAsync();
            await company.DisposeAsync();
        }
    }
}
