using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Verify;

namespace Analytics.EndToEnd.Crash;

/// <summary>kill -9 at each step of the Journal. One caller posts one document after the other, so it is known to the
/// document what the book must hold.</summary>
public sealed class StepTests
{
    private const int Groups = 7;

    [Theory]
    [InlineData("locked", 0)]
    [InlineData("posted", 0)]
    [InlineData("entries", 0)]
    [InlineData("state", 0)]
    [InlineData("head", 0)]
    [InlineData("committed", 1)]
    public async Task Killed_there_the_book_holds_what_was_answered_once_and_nothing_half(string step, int unanswered)
    {
        using var folder = new TempFolder();
        var ledger = folder.File("ledger.db");
        var answered = new List<string>();
        for (var round = 1; round <= 3; round++)
        {
            using var child = await Child.RunAsync(
                "Analytics.Poster.dll", ledger, $"r{round}", step, Groups.ToString(default(IFormatProvider)));
            child.ShouldEndWith(128 + 9);
            child.Lines.Should().HaveCount(Groups - 1, string.Join('\n', child.Errors));
            answered.AddRange(child.Lines);

            var kept = await LinesAsync(ledger);

            kept.Select(document => document.Number).Should().OnlyHaveUniqueItems().And.Contain(answered);
            kept.Should().HaveCount(answered.Count + (round * unanswered));
            kept.Select(document => document.Lines).Should().AllBeEquivalentTo(3L);
            await using var book = await Book.OpenAsync(ledger, BusinessDay.Shanghai, default);
            (await BookVerifier.VerifyAsync(book, [], null, default)).Findings.Should().BeEmpty();
        }
    }

    private static async Task<List<(string Number, long Lines)>> LinesAsync(string ledger)
    {
        await using var book = await Book.OpenAsync(ledger, BusinessDay.Shanghai, default);
        await using var view = await book.ReadAsync(default);
        await using var command = view.Command(
            "select document_no, (select count(*) from document_line where seq = document.seq) from document");
        await using var reader = await command.ExecuteReaderAsync();
        var documents = new List<(string, long)>();
        while (await reader.ReadAsync())
        {
            documents.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        return documents;
    }
}
