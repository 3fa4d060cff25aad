using System.Collections.Concurrent;
using Analytics.Ingest.Import;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using CsCheck;

namespace Analytics.Ingest.Tests.Import;

/// <summary>Whatever the file: each row is posted or rejected, once, and no document in part.</summary>
public sealed class WholenessTests
{
    private static readonly Gen<string[]> Files = Gen.Select(
        Gen.Int[0, 6],
        Gen.Int[1, 3],
        Gen.Frequency(
            (8, Gen.Const("2020-01-01,S1,A,1,1")),
            (1, Gen.Const("2020-01-01,S1,A,x,1")),
            (1, Gen.Const("2020-01-01,S1")),
            (1, Gen.Const("2020-01-02,S1,A,1,1")),
            (1, Gen.Const("2020-01-01,S1,A,1,1,surplus")),
            (1, Gen.Const("2020-01-01,S1,BAD,1,1"))),
        (no, times, rest) => Enumerable.Repeat($"{no},{rest}", times)).Array[1, 30]
        .Select(parts => parts.SelectMany(part => part).ToArray());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_row_is_posted_or_rejected_once_and_no_document_in_part(bool isSorted) =>
        await Files.SampleAsync(async rows =>
        {
            using var desk = new ImportDesk();
            var posted = new ConcurrentQueue<Document>();
            var importer = new Importer(
                (batch, _) => TakeAsync(batch, posted), BusinessDay.Shanghai, TimeProvider.System);
            var mapping = isSorted
                ? ImportDesk.Small(("\"source\": {}", "\"source\": {}, \"sort\": true"))
                : ImportDesk.Small();
            var outcome = await importer.RunAsync(
                new ImportRequest(desk.Rows(rows), mapping, desk.RejectFolder, desk.TempFolder), null, default);

            var result = ((ImportOutcome.Finished)outcome).Result;
            var rejects = ImportDesk.Rejects(result);
            var rejectedNos = rejects.Select(row => row[4]).ToHashSet();
            rejects.Select(row => row[0]).Should().OnlyHaveUniqueItems();
            (posted.Sum(document => document.Lines.Count) + rejects.Count).Should().Be(rows.Length);
            posted.Select(document => document.DocumentNo)
                .Should().OnlyHaveUniqueItems().And.NotIntersectWith(rejectedNos);
            foreach (var document in posted)
            {
                var own = rows.Count(row => row.Split(',')[0] == document.DocumentNo);
                document.Lines.Count.Should().Be(own);
            }

            rejects.Should().NotContain(row => row[2].Length == 0 || row[3].Length == 0);
            result.Counts.RowsRefused.Should().Be(rejects.Count);
        }, iter: 150, threads: 1);

    /// <summary>A book that refuses any document with a line of the item BAD, and any number it has seen.</summary>
    private static Task<IReadOnlyList<PostResult>> TakeAsync(
        IReadOnlyList<Submission> batch, ConcurrentQueue<Document> posted)
    {
        var results = new List<PostResult>();
        foreach (var submission in batch)
        {
            if (submission is Document document)
            {
                var bad = document.Lines.TakeWhile(line => line.ItemCode != "BAD").Count();
                if (bad < document.Lines.Count)
                {
                    var refusal = new Refusal(RefusalReason.UnknownItem, bad + 1, "BAD");
                    results.Add(new PostResult.Refused(refusal));
                    continue;
                }

                posted.Enqueue(document);
            }

            results.Add(new PostResult.Posted(1));
        }

        return Task.FromResult<IReadOnlyList<PostResult>>(results);
    }
}
