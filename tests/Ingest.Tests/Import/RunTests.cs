using Analytics.Ingest.Import;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Import;

/// <summary>The reject file, progress, stopping, and failing half-way.</summary>
public sealed class RunTests : IDisposable
{
    private readonly ImportDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_reject_file_has_the_rows_as_they_came_under_a_name_that_says_source_and_time()
    {
        var result = await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,\"A, \"\"b\"\"\nc\",x,1"));

        Path.GetFileName(result.RejectFile).Should().Be("rows.rejects.20261122T120000.csv");
        var bytes = await File.ReadAllBytesAsync(result.RejectFile!);
        bytes.AsSpan(0, 3).SequenceEqual("\uFEFF"u8).Should().BeTrue("Excel reads UTF-8 only with a mark");
        var rows = NaiveCsv.Read(await File.ReadAllTextAsync(result.RejectFile!));
        rows[0].Should().Equal(
            "line", "document_no", "reason_zh", "reason_en", "no", "date", "store", "item", "qty", "amount");
        rows[1][0].Should().Be("2");
        rows[1][1].Should().Be("1");
        rows[1][4..].Should().Equal("1", "2020-01-01", "S1", "A, \"b\"\nc", "x", "1");
        desk.Leftovers().Should().BeEmpty();
    }

    [Fact]
    public async Task A_mended_reject_file_can_be_imported_by_the_same_mapping()
    {
        var result = await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,x,1", "1,2020-01-01,S1,B,1,1"));
        var mended = (await File.ReadAllTextAsync(result.RejectFile!)).Replace(",x,", ",7,", StringComparison.Ordinal);
        await File.WriteAllTextAsync(result.RejectFile!, mended);

        var again = await desk.FinishAsync(result.RejectFile!);
        again.RejectFile.Should().BeNull();
        desk.Book.Documents.Single().Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_reject_file_is_written_as_the_mapping_reads()
    {
        var mapping = ImportDesk.Small(("\"source\": {}", "\"source\": { \"header_row\": 3, \"delimiter\": \";\" }"));
        var path = desk.Write("rows.csv", $"明细\n\n{ImportDesk.Head.Replace(',', ';')}\n1;2020-01-01;S1;A;x;1\n");
        var result = await desk.FinishAsync(path, mapping);
        var mended = (await File.ReadAllTextAsync(result.RejectFile!)).Replace(";x;", ";7;", StringComparison.Ordinal);
        await File.WriteAllTextAsync(result.RejectFile!, mended);
        (await desk.FinishAsync(result.RejectFile!, mapping)).Counts.DocumentsPosted.Should().Be(1);
    }

    [Fact]
    public async Task What_a_killed_import_left_behind_is_cleared_by_the_next_and_what_another_holds_is_not()
    {
        var abandoned = Directory.CreateDirectory(Path.Combine(desk.TempFolder, "import-1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(abandoned, "lock"), "");
        await File.WriteAllTextAsync(Path.Combine(abandoned, "rows.tmp"), "x");
        var held = Directory.CreateDirectory(Path.Combine(desk.TempFolder, "import-2")).FullName;
        Directory.CreateDirectory(desk.RejectFolder);
        await File.WriteAllTextAsync(Path.Combine(desk.RejectFolder, ".rejects-1.tmp"), "x");
        await using (new FileStream(Path.Combine(held, "lock"), FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,x,1"));
            desk.Leftovers().Should().BeEquivalentTo([held, Path.Combine(held, "lock")]);
        }
    }

    [Fact]
    public async Task A_second_reject_file_of_the_same_second_does_not_overwrite_the_first()
    {
        var path = desk.Rows("1,2020-01-01,S1,A,x,1");
        var first = await desk.FinishAsync(path);
        var second = await desk.FinishAsync(path);
        second.RejectFile.Should().EndWith("-2.csv").And.NotBe(first.RejectFile);
    }

    [Fact]
    public async Task What_the_book_refuses_is_said_on_its_line_and_the_others_with_it()
    {
        var mapping = ImportDesk.Small(("\"code\": \"item\"", "\"code\": \"if(item = 'X', '', item)\""));
        var result = await desk.FinishAsync(
            desk.Rows("1,2020-01-01,S1,A,1,1", "1,2020-01-01,S1,X,1,1", "2,2020-01-01,S1,A,1,1"), mapping);

        var rows = ImportDesk.Rejects(result);
        rows.Should().HaveCount(2);
        rows[0][3].Should().StartWith("refused with line 3");
        rows[1][3].Should().Be("no item X: create it first");
        result.Counts.Should().BeEquivalentTo(new { DocumentsPosted = 1, DocumentsRefused = 1, RowsRefused = 2 });
    }

    [Fact]
    public async Task A_master_that_the_book_refuses_explains_the_documents_that_needed_it()
    {
        var importer = new Importer(RefuseItems, BusinessDay.Shanghai, TimeProvider.System);
        var request = new ImportRequest(
            desk.Rows("1,2020-01-01,S1,A,1,1"), ImportDesk.Small(), desk.RejectFolder, desk.TempFolder);
        var outcome = await importer.RunAsync(request, null, CancellationToken.None);

        var result = outcome.Should().BeOfType<ImportOutcome.Finished>().Which.Result;
        ImportDesk.Rejects(result).Single()[3].Should().Contain("no item A").And.Contain("broken characters");
        result.HasRefusals.Should().BeTrue();
        result.Counts.MastersRefused.Should().Be(1);
        result.Warnings.Should().ContainSingle().Which.En.Should().StartWith("item A could not be created");
    }

    [Fact]
    public async Task Progress_counts_rows_and_documents()
    {
        var reports = new List<ImportProgress>();
        var rows = Enumerable.Range(0, 9_000).Select(n => $"{n},2020-01-01,S1,A,1,{(n % 1000 == 0 ? "x" : "1")}");
        await desk.RunAsync(desk.Rows([.. rows]), ImportDesk.Small(), progress: new Listener(reports.Add));

        reports[0].IsChecking.Should().BeTrue();
        reports[^1].Should().BeEquivalentTo(new { IsChecking = false, Rows = 9_000, TotalRows = 9_000 });
        reports[^1].Counts.Should().BeEquivalentTo(new { DocumentsPosted = 8_991, DocumentsRefused = 9 });
        reports.Select(report => report.Counts.DocumentsPosted).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task Stopping_leaves_whole_documents_and_no_file_behind()
    {
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(0, 9_000).Select(n => $"{n / 2},2020-01-01,S1,A,1,{(n < 2 ? "x" : "1")}");
        var stopping = new Listener(report => Stop(report, stop));
        var run = () => desk.RunAsync(desk.Rows([.. rows]), ImportDesk.Small(), progress: stopping, ct: stop.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        desk.Book.Documents.Should().HaveCountGreaterThan(0).And.HaveCountLessThan(4_499);
        desk.Book.Documents.Should().OnlyContain(document => document.Lines.Count == 2);
        desk.Leftovers().Should().BeEmpty();
    }

    [Fact]
    public async Task A_book_that_fails_stops_the_reading_and_leaves_no_file_behind()
    {
        var importer = new Importer(
            (_, _) => throw new IOException("disk full"), BusinessDay.Shanghai, TimeProvider.System);
        var rows = Enumerable.Range(0, 9_000).Select(n => $"{n},2020-01-01,S1,A,{(n == 0 ? "x" : "1")},1");
        var request = new ImportRequest(
            desk.Rows([.. rows]), ImportDesk.Small(), desk.RejectFolder, desk.TempFolder);

        var run = () => importer.RunAsync(request, null, CancellationToken.None);
        await run.Should().ThrowAsync<IOException>().WithMessage("disk full");
        desk.Leftovers().Should().BeEmpty();
    }

    private static void Stop(ImportProgress report, CancellationTokenSource stop)
    {
        if (!report.IsChecking)
        {
            stop.Cancel();
        }
    }

    private static Task<IReadOnlyList<PostResult>> RefuseItems(IReadOnlyList<Submission> batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PostResult>>([.. batch.Select(submission => (PostResult)(submission switch
        {
            ItemMaster item => new PostResult.Refused(new Refusal(RefusalReason.TextInvalid, 0, item.Name)),
            Document => new PostResult.Refused(new Refusal(RefusalReason.UnknownItem, 1, "A")),
            _ => new PostResult.Posted(1),
        }))]);

    private sealed class Listener(Action<ImportProgress> hear) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => hear(value);
    }
}
