using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;

namespace Analytics.EndToEnd.Crash;

/// <summary>The power fails: every write of a posting process was recorded, and its files are put together again as a
/// disk may have left them at some moment. What was written before a file's last sync is there; of what came after it,
/// each write is there, or is not, or is there in part, 512 bytes at a time, whatever the order.</summary>
/// <remarks>Not modelled: a file's name that is lost with its folder, and sectors that are garbage.</remarks>
public sealed class PowerCutTests
{
    private const int Cuts = 150;
    private const int Sector = 512;

    [SkippableFact]
    [Trait("Category", "Slow")]
    public async Task Whenever_the_power_fails_every_answered_document_is_there_and_the_book_is_whole()
    {
        Skip.IfNot(DiskTrace.CanTrace(), "strace is not here, or may not trace");
        using var folder = new TempFolder();
        var events = Trace(folder);
        events.Count(one => one is { Kind: DiskEvent.What.Sync, File: "ledger.db" }).Should().BeGreaterThan(
            1, "the run is long enough for a checkpoint");
        for (var seed = 0; seed < Cuts; seed++)
        {
            var (ledger, answered) = Cut(folder, events, new Random(seed), isHonest: true);

            await using var book = await Book.OpenAsync(ledger, BusinessDay.Shanghai, default);
            var kept = await NumbersAsync(book);
            kept.Should().Contain(answered, $"of seed {seed}").And.OnlyHaveUniqueItems();
            kept.Count.Should().BeLessThanOrEqualTo(answered.Count + 1);
            (await BookVerifier.VerifyAsync(book, [], null, default)).Findings.Should().BeEmpty($"of seed {seed}");
            await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
            var more = new Document(DocumentKind.Sale, "more", TimeProvider.System.GetUtcNow())
            {
                StoreCode = "S", Lines = [new DocumentLine("I", Qty.Round(1), Money.Round(10))],
            };
            (await journal.PostAsync(more, default)).Should().BeOfType<PostResult.Posted>();
        }
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public async Task On_a_disk_whose_syncs_are_lies_the_same_model_loses_answered_documents()
    {
        Skip.IfNot(DiskTrace.CanTrace(), "strace is not here, or may not trace");
        using var folder = new TempFolder();
        var events = Trace(folder);
        var harmed = 0;
        for (var seed = 0; seed < 10; seed++)
        {
            var (ledger, answered) = Cut(folder, events, new Random(seed), isHonest: false);
            try
            {
                await using var book = await Book.OpenAsync(ledger, BusinessDay.Shanghai, default);
                harmed += answered.Except(await NumbersAsync(book)).Any() ? 1 : 0;
            }
            catch (Exception fault) when (fault is InvalidDataException or System.Data.Common.DbException)
            {
                harmed++;
            }
        }

        harmed.Should().BeGreaterThan(5, "a model that harms nobody proves nothing");
    }

    private static List<DiskEvent> Trace(TempFolder folder) =>
        DiskTrace.Run(folder.File("trace.log"), folder.File("ledger.db"), "r1", "head", "150");

    /// <summary>The book's files as the disk has them after a cut at a moment drawn, once a document was answered; and
    /// what had been answered by then.</summary>
    private static (string Ledger, List<string> Answered) Cut(
        TempFolder folder, List<DiskEvent> events, Random random, bool isHonest)
    {
        var first = events.FindIndex(one => one.Kind == DiskEvent.What.Answer);
        var before = events[..random.Next(first + 1, events.Count + 1)];
        var cut = Directory.CreateDirectory(folder.File("cut" + Guid.NewGuid().ToString("N"))).FullName;
        foreach (var file in new[] { "ledger.db", "ledger.db-wal" })
        {
            var safe = isHonest
                ? before.FindLastIndex(one => one.Kind == DiskEvent.What.Sync && one.File == file)
                : 0;
            using var disk = new FileStream(Path.Combine(cut, file), FileMode.Create);
            for (var at = 0; at < before.Count; at++)
            {
                if (before[at].File == file)
                {
                    Apply(disk, before[at], at < safe ? null : random);
                }
            }
        }

        var answered = before.Where(one => one.Kind == DiskEvent.What.Answer).Select(one => one.File).ToList();
        return (Path.Combine(cut, "ledger.db"), answered);
    }

    /// <param name="disk">The file.</param>
    /// <param name="one">What was done to it.</param>
    /// <param name="random">Says what of it is lost; null where nothing is.</param>
    private static void Apply(FileStream disk, DiskEvent one, Random? random)
    {
        var fate = random?.Next(3) ?? 0;
        switch (one.Kind)
        {
            case DiskEvent.What.Cut when fate != 1:
                disk.SetLength(one.Offset);
                break;
            case DiskEvent.What.Write when fate != 1:
                for (var at = 0; at < one.Data.Length; at += Sector)
                {
                    if (fate == 0 || random!.Next(2) == 0)
                    {
                        disk.Position = one.Offset + at;
                        disk.Write(one.Data.AsSpan(at, Math.Min(Sector, one.Data.Length - at)));
                    }
                }

                break;
        }
    }

    private static async Task<List<string>> NumbersAsync(Book book)
    {
        await using var view = await book.ReadAsync(default);
        await using var command = view.Command("select document_no from document");
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new List<string>();
        while (await reader.ReadAsync())
        {
            numbers.Add(reader.GetString(0));
        }

        return numbers;
    }
}
