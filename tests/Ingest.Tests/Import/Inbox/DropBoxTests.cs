using Analytics.Ingest.Import.Inbox;

namespace Analytics.Ingest.Tests.Import.Inbox;

public sealed class DropBoxTests : IDisposable
{
    private readonly InboxDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Files_are_taken_in_the_order_of_their_names_and_put_aside_with_their_moment()
    {
        desk.Drop("b.csv", "2,2026-01-02,S1,A,1,10");
        desk.Drop("a.csv", "1,2026-01-01,S1,A,1,10");

        (await desk.TakeAsync()).Should().BeTrue();

        desk.Book.Documents.Select(document => document.DocumentNo).Should().Equal("1", "2");
        desk.In(desk.Folders.Inbox).Should().BeEmpty();
        desk.In(desk.Folders.Done).Should().Equal("a.20261120T090203.csv", "b.20261120T090203.csv");
        desk.Told.Select(run => (run.File, run.Ending, run.RowsIn, run.DocumentsPosted)).Should().Equal(
            ("a.csv", InboxEnding.Taken, 1, 1), ("b.csv", InboxEnding.Taken, 1, 1));
        desk.History.Latest(9).Select(run => run.DoneAs).Should().Equal(desk.In(desk.Folders.Done).Reverse());
    }

    [Fact]
    public async Task Bad_rows_are_quarantined_with_the_reason_counted_and_taken_once_when_mended()
    {
        desk.Drop("sales.csv", "1,2026-01-01,S1,A,1,10", "2,2026-01-01,S1,A,x,10", "3,2026-01-01,S1,A,3,30");

        await desk.TakeAsync();

        var quarantined = desk.In(desk.Folders.Quarantine).Should().ContainSingle().Subject;
        quarantined.Should().Be("sales.rejects.20261120T090203.csv");
        var path = Path.Combine(desk.Folders.Quarantine, quarantined);
        var row = NaiveCsv.Read(await File.ReadAllTextAsync(path))[1];
        row[..2].Should().Equal("3", "2");
        row[3].Should().Contain("qty").And.Contain("x");
        desk.History.Latest(1).Single().Should().BeEquivalentTo(new
        {
            Ending = InboxEnding.TakenInPart, RowsIn = 3L, DocumentsPosted = 2L, DocumentsRefused = 1L,
            Quarantined = 1L, QuarantineFile = quarantined,
        });

        // Mended by a copy: what stays in quarantine is answered by it.
        var mended = (await File.ReadAllTextAsync(path)).Replace(",x,", ",2,", StringComparison.Ordinal);
        desk.DropText(quarantined, mended);
        await desk.TakeAsync();

        desk.In(desk.Folders.Quarantine).Should().BeEmpty();
        desk.Posted().Should().HaveCount(3).And.OnlyHaveUniqueItems();
        desk.Drop("sales.csv", "1,2026-01-01,S1,A,1,10", "2,2026-01-01,S1,A,2,10", "3,2026-01-01,S1,A,3,30");
        await desk.TakeAsync();
        desk.Told[^1].Should().BeEquivalentTo(new { DocumentsPosted = 0L, DocumentsAlreadyThere = 3L });
        desk.Posted().Should().HaveCount(3);
    }

    [Fact]
    public async Task What_was_not_mended_is_quarantined_again_under_the_name_of_the_first_source()
    {
        desk.Drop("sales.csv", "2,2026-01-01,S1,A,x,10");
        await desk.TakeAsync();
        var first = desk.In(desk.Folders.Quarantine).Single();
        var back = Path.Combine(desk.Folders.Inbox, first);
        File.Move(Path.Combine(desk.Folders.Quarantine, first), back);
        File.SetLastWriteTimeUtc(back, new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc));

        await desk.TakeAsync();

        desk.In(desk.Folders.Quarantine).Should().Equal("sales.rejects.20261121T080000.csv");
        desk.Posted().Should().BeEmpty();
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public async Task Rows_refused_of_a_workbook_or_a_parquet_file_are_mended_as_csv(string format)
    {
        if (format == "xlsx")
        {
            desk.DropWorkbook("sales.xlsx", "1,2026-01-01,S1,A,1,10", "2,2026-01-02,S1,A,x,10");
        }
        else
        {
            await desk.DropParquetAsync("sales.parquet", """
                select 1 as no, date '2026-01-01' as date, 'S1' as store, 'A' as item, '1' as qty, 10.0 as amount
                union all select 2, date '2026-01-02', 'S1', 'A', 'x', 10.0
                """);
        }

        await desk.TakeAsync();
        desk.Told.Should().ContainSingle().Which.Ending.Should().Be(InboxEnding.TakenInPart, desk.Told[0].Line);
        var name = desk.In(desk.Folders.Quarantine).Single();
        var path = Path.Combine(desk.Folders.Quarantine, name);
        var mended = (await File.ReadAllTextAsync(path)).Replace(",x,", ",2,", StringComparison.Ordinal);
        File.Delete(path);
        desk.DropText(name, mended);

        await desk.TakeAsync();

        desk.Told[^1].Line.Should().BeNull();
        desk.Posted().Should().HaveCount(2);
        desk.Posted()[1].Should().StartWith("2 2026-01-02T00:00:00");
        desk.In(desk.Folders.Inbox).Should().BeEmpty();
    }

    [Fact]
    public async Task Csv_workbook_and_parquet_of_the_same_rows_make_the_same_documents()
    {
        string[] rows = ["1,2026-01-01,S1,A,1.5,10.25", "1,2026-01-01,S1,B,2,0.0001", "2,2026-01-02,S1,A,1000000,99.9"];
        using var csv = new InboxDesk();
        using var book = new InboxDesk();
        csv.Drop("x.csv", rows);
        book.DropWorkbook("x.xlsx", rows);
        await desk.DropParquetAsync("x[1]*.parquet", """
            select '1' as no, timestamp '2026-01-01' as date, 'S1' as store, 'A' as item, 1.5::decimal(9, 4) as qty,
                10.25::double as amount
            union all select '1', timestamp '2026-01-01', 'S1', 'B', 2, 0.0001
            union all select '2', timestamp '2026-01-02', 'S1', 'A', 1000000, 99.9
            """);

        await csv.TakeAsync();
        await book.TakeAsync();
        await desk.TakeAsync();

        csv.Posted().Should().HaveCount(2);
        book.Posted().Should().Equal(csv.Posted());
        desk.Posted().Should().Equal(csv.Posted(), desk.Told[0].Line);
    }

    [Fact]
    public async Task An_instant_of_a_parquet_file_is_not_taken_for_a_time_of_the_company()
    {
        await desk.DropParquetAsync("sales.parquet", """
            select '1' as no, timestamptz '2026-01-01 20:00:00+00' as date, 'S1' as store, 'A' as item, 1 as qty,
                2 as amount
            """);

        await desk.TakeAsync();

        desk.Posted().Should().BeEmpty();
        var quarantined = Path.Combine(desk.Folders.Quarantine, desk.In(desk.Folders.Quarantine).Single());
        (await File.ReadAllTextAsync(quarantined)).Should().Contain("2026-01-01T20:00:00.000Z");
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_waits_until_it_is_whole()
    {
        var path = desk.Drop("a.csv", "1,2026-01-01,S1,A,1,10");
        desk.Drop(".b.csv", "2,2026-01-01,S1,A,1,10");
        desk.Drop("c.csv.part", "3,2026-01-01,S1,A,1,10");
        var clock = new WaitedClock(new DateTimeOffset(File.GetLastWriteTimeUtc(path)).AddSeconds(1));
        var box = desk.Box(clock: clock);
        clock.AtWait = () => File.AppendAllText(path, "4,2026-01-01,S1,A,1,10\n");

        await desk.TakeAsync(box);

        desk.Told.Should().ContainSingle().Which.Ending.Should().Be(InboxEnding.Growing);
        desk.Posted().Should().BeEmpty();
        clock.AtWait = () => { };
        clock.Waits.Should().Equal(TimeSpan.FromSeconds(4));
        await desk.TakeAsync(box);
        desk.Book.Documents.Select(document => document.DocumentNo).Should().Equal("1", "4");
        desk.In(desk.Folders.Inbox).Should().Equal(".b.csv", "c.csv.part");
        desk.History.Latest(9).Should().ContainSingle("waiting leaves no line");
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_once_and_left_and_the_others_are_taken()
    {
        var locked = desk.Drop("a.csv", "1,2026-01-01,S1,A,1,10");
        desk.Drop("b.csv", "2,2026-01-01,S1,A,1,10");
        desk.DropText("c.parquet", "PAR1 but no more");
        desk.DropText("d.docx", "x");
        await desk.DropParquetAsync("e.parquet", "select [1] as list");
        var box = desk.Box();
        await using (new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await desk.TakeAsync(box);
            await desk.TakeAsync(box);
        }

        desk.Told.Select(run => (run.File, run.Ending)).Should().Equal(
            ("a.csv", InboxEnding.Left), ("b.csv", InboxEnding.Taken), ("c.parquet", InboxEnding.Left),
            ("d.docx", InboxEnding.Left), ("e.parquet", InboxEnding.Left));
        desk.Told[0].Line.Should().Contain("cannot be opened");
        desk.Told[2].Line.Should().Contain("Parquet file is damaged");
        desk.Told[4].Line.Should().Contain("nested");
        desk.In(desk.Folders.Inbox).Should().Equal("a.csv", "c.parquet", "d.docx", "e.parquet");
        await desk.TakeAsync(box);
        desk.Posted().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("imported")]
    [InlineData("moved")]
    [InlineData("put aside")]
    public async Task Stopped_at_any_step_it_is_done_again_without_doubling(string step)
    {
        string[] rows = ["1,2026-01-01,S1,A,1,10", "2,2026-01-01,S1,A,x,10"];
        desk.Drop("sales.csv", rows);
        var stopping = desk.Box(at =>
        {
            if (at == step)
            {
                throw new InvalidOperationException(at);
            }
        });
        await FluentActions.Awaiting(() => desk.TakeAsync(stopping)).Should().ThrowAsync<InvalidOperationException>();

        await desk.TakeAsync();

        desk.Posted().Should().ContainSingle();
        desk.In(desk.Folders.Quarantine).Should().ContainSingle();
        desk.In(desk.Folders.Inbox).Should().BeEmpty();
        desk.In(desk.Folders.Done).Should().ContainSingle();
    }

    [Fact]
    public async Task A_folder_is_taken_whole_with_its_related_files()
    {
        var map = ImportDesk.SmallMap
            .Replace("\"small\"", "\"joined\"", StringComparison.Ordinal)
            .Replace("\"source\": {}", """
                "source": { "file": "lines.csv" }, "joins": [
                    { "name": "goods", "file": "goods.csv", "on": "item", "key": "code" }
                ]
                """, StringComparison.Ordinal)
            .Replace("\"name\": \"item\"", "\"name\": \"goods.title\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(desk.FullPath, "sources", "joined.map.json"), map);
        Directory.CreateDirectory(Path.Combine(desk.Folders.Inbox, "today"));
        desk.DropText("today/lines.csv", ImportDesk.Head + "\n1,2026-01-01,S1,A,1,10\n");
        desk.DropText("today/goods.csv", "code,title\nA,Apple\n");

        await desk.TakeAsync();

        desk.Told.Should().ContainSingle().Which.Line.Should().BeNull();
        desk.Posted().Should().ContainSingle();
        desk.In(desk.Folders.Done).Should().ContainSingle().Which.Should().StartWith("today.");
    }

    /// <summary>Whoever waits has waited at once.</summary>
    private sealed class WaitedClock(DateTimeOffset now) : TimeProvider
    {
        public Action AtWait { get; set; } = () => { };

        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            AtWait();
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    [Fact]
    public async Task Two_do_not_take_at_the_same_time()
    {
        desk.Drop("a.csv", "1,2026-01-01,S1,A,1,10");
        var second = true;
        var box = desk.Box(step => second = step == "imported" ? desk.TakeAsync().GetAwaiter().GetResult() : second);

        (await desk.TakeAsync(box)).Should().BeTrue();

        second.Should().BeFalse();
        desk.Posted().Should().ContainSingle();
    }
}
