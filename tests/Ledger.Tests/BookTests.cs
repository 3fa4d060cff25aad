using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests;

public sealed class BookTests
{
    [Fact]
    public async Task A_book_of_a_newer_version_is_refused_in_one_line()
    {
        await using var book = await CreateAsync();
        book.Tamper("insert into migration values (9999, '9999_later', 'x')");

        var opening = () => Book.OpenAsync(book.Place.Text, BusinessDay.Shanghai, default);

        (await opening.Should().ThrowAsync<InvalidDataException>()).Which.Message
            .Should().Contain("newer version").And.NotContain("\n");
    }

    [Fact]
    public async Task A_migration_changed_after_it_was_applied_is_refused()
    {
        await using var book = await CreateAsync();
        book.Tamper("update migration set checksum = 'x' where number = 1");

        var opening = () => Book.OpenAsync(book.Place.Text, BusinessDay.Shanghai, default);

        (await opening.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain("0001_masters");
    }

    [Fact]
    public async Task A_file_that_is_no_book_is_refused_in_one_line()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("this is no database ", 500)));

        var opening = () => Book.OpenAsync(path, BusinessDay.Shanghai, default);

        (await opening.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain("is not a book");
        File.Delete(path);
    }

    [Fact]
    public async Task A_view_does_not_see_what_is_posted_after_it()
    {
        await using var book = await CreateAsync();
        await using var view = await book.Book.ReadAsync(default);

        var seq = await book.PostedAsync(Sale("D1", "2026-01-05", Line(1, 1)));

        view.Seq.Should().Be(seq - 1);
        await using var command = view.Command("select count(*) from document");
        (await command.ExecuteScalarAsync()).Should().Be(0L);
    }
}
