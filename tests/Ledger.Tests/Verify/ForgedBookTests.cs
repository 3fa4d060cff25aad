using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;
using Analytics.Ledger.Verify;
using LinqToDB;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Verify;

/// <summary>Who holds the folder and this program can make a book that is whole in itself. Only a head that is held
/// elsewhere convicts him: each forgery is tried with and without one.</summary>
public sealed class ForgedBookTests
{
    public enum Forgery
    {
        Altered,
        Removed,
        Inserted,
        Reordered,
        Truncated,
    }

    [Theory]
    [InlineData(Forgery.Altered)]
    [InlineData(Forgery.Removed)]
    [InlineData(Forgery.Inserted)]
    [InlineData(Forgery.Reordered)]
    [InlineData(Forgery.Truncated)]
    public async Task A_history_posted_anew_under_the_same_id_verifies_whole_and_only_a_held_head_convicts_it(
        Forgery forgery)
    {
        await using var book = await TestBook.CreateAsync();
        var posted = History();
        await PostAsync(book, posted);
        var held = await HeadAsync(book);
        await using var forged = await ForgedAsync(await IdAsync(book), Forge(posted, forgery));

        var alone = await BookVerifier.VerifyAsync(forged.Book, [], null, default);
        var shown = await BookVerifier.VerifyAsync(forged.Book, [held], null, default);

        alone.BookId.Should().Be(await IdAsync(book));
        alone.Findings.Should().BeEmpty("nothing in the folder can tell it from the true book");
        shown.Findings.Should().ContainSingle().Which.Should().Match<Finding>(
            finding => finding.Check == "chain" && finding.Seq == held.Seq);
    }

    [Fact]
    public async Task Hashes_computed_anew_from_an_altered_entry_on_verify_whole_and_only_a_held_head_convicts_them()
    {
        await using var book = await TestBook.CreateAsync();
        await PostAsync(book, History());
        var held = await HeadAsync(book);
        await book.Journal.DisposeAsync();
        var seq = book.Number("select seq from document where document_no = 'D1'");
        book.Tamper($"update document set note = 'for another' where seq = {seq}").Should().Be(1);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().NotBeEmpty();

        await RechainAsync(book);

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
        (await BookVerifier.VerifyAsync(book.Book, [held], null, default)).Findings
            .Should().ContainSingle().Which.Seq.Should().Be(held.Seq);
        (await BookVerifier.VerifyAsync(book.Book, [(seq - 1, await HashAsync(book, seq - 1))], null, default))
            .Findings.Should().BeEmpty("a head proves nothing of what came after it");
    }

    [Fact]
    public async Task A_book_whose_id_is_exchanged_is_found_at_its_first_entry()
    {
        await using var book = await TestBook.CreateAsync();
        book.Tamper("update head set book = '0123456789abcdef0123456789abcdef'");

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings
            .Should().ContainSingle(finding => finding.Check == "chain" && finding.Seq == 1);
    }

    private static List<Submission> History() =>
    [
        Receipt("R1", "2026-01-01", Line(10, 100)),
        Sale("D1", "2026-01-03", Line(4, 60)),
        Sale("D2", "2026-01-04", Line(2, 30)),
        Receipt("R2", "2026-01-05", Line(5, 60)),
    ];

    private static List<Submission> Forge(List<Submission> history, Forgery forgery) => forgery switch
    {
        Forgery.Altered => [history[0], Sale("D1", "2026-01-03", Line(4, 59)), .. history[2..]],
        Forgery.Removed => [history[0], history[1], history[3], Sale("D3", "2026-01-06", Line(1, 15))],
        Forgery.Inserted => [history[0], Sale("D0", "2026-01-02", Line(1, 1)), .. history[1..]],
        Forgery.Reordered => [history[0], history[2], history[1], history[3]],
        Forgery.Truncated => [.. history[..3]],
        _ => throw new ArgumentOutOfRangeException(nameof(forgery)),
    };

    /// <summary>Posts a history into an empty book that was given the id of another.</summary>
    private static async Task<TestBook> ForgedAsync(string id, List<Submission> history)
    {
        var forged = await TestBook.CreateAsync(id);
        await PostAsync(forged, history);
        return forged;
    }

    private static async Task PostAsync(TestBook book, List<Submission> history) =>
        (await book.Journal.PostAsync(history, default)).Should().AllBeOfType<PostResult.Posted>();

    /// <summary>What somebody with this program's code would do after altering a row.</summary>
    private static async Task RechainAsync(TestBook book)
    {
        var hashes = new List<(long Seq, string Hash)>();
        await using (var view = await book.Book.ReadAsync(default))
        {
            using var walk = new EntryWalk(view, new Findings());
            var canonical = new Canonical();
            var before = view.BookId;
            for (var seq = 1L; seq <= view.Seq; seq++)
            {
                var (entry, draft) = walk.At(seq)!.Value;
                before = Chain.Hash(canonical, before, entry, draft.Rows);
                hashes.Add((seq, before));
            }
        }

        using var db = new LedgerDb(await book.Book.ConnectAsync(default));
        foreach (var (seq, hash) in hashes)
        {
            await db.GetTable<EntryRow>().Where(entry => entry.Seq == seq)
                .Set(entry => entry.Hash, hash).UpdateAsync();
        }

        book.Tamper($"update head set hash = '{hashes[^1].Hash}'");
    }

    private static async Task<(long Seq, string Hash)> HeadAsync(TestBook book)
    {
        await using var view = await book.Book.ReadAsync(default);
        return (view.Seq, view.Hash);
    }

    private static Task<string> HashAsync(TestBook book, long seq) => Task.FromResult(
        book.Query($"select hash from entry where seq = {seq}", row => row.GetString(0)).Single());

    private static async Task<string> IdAsync(TestBook book)
    {
        await using var view = await book.Book.ReadAsync(default);
        return view.BookId;
    }
}
