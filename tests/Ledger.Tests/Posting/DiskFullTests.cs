using System.Diagnostics;
using System.Globalization;
using Analytics.Fixtures;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using Microsoft.Data.Sqlite;

namespace Analytics.Ledger.Tests.Posting;

/// <summary>A book on a disk of 3 MB, which is a tmpfs of its own; skipped where this user may not mount one.</summary>
public sealed class DiskFullTests
{
    private const int SqliteFull = 13;

    [SkippableFact]
    public async Task A_full_disk_is_a_clear_fault_nothing_half_and_posting_goes_on_when_there_is_space_again()
    {
        using var folder = new TempFolder();
        Skip.If(!Mount(folder.FullPath, "size=3m"), "this user may not mount a tmpfs");
        try
        {
            var ledger = folder.File("ledger.db");
            await using var book = await Book.OpenAsync(ledger, BusinessDay.Shanghai, default);
            await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
            await MastersAsync(journal);
            var answered = new List<string>();

            var fault = await FillAsync(journal, answered);

            fault.SqliteErrorCode.Should().Be(SqliteFull);
            answered.Should().NotBeEmpty();
            var again = () => journal.PostAsync(Batch("again"), default);
            (await again.Should().ThrowAsync<SqliteException>()).Which.SqliteErrorCode.Should().Be(SqliteFull);
            (await NumbersAsync(book)).Should().BeEquivalentTo(answered);

            Mount(folder.FullPath, "remount,size=64m").Should().BeTrue();
            (await journal.PostAsync(Batch("again"), default)).Should().AllBeOfType<PostResult.Posted>();
            (await NumbersAsync(book)).Should().BeEquivalentTo(
                answered.Concat(Batch("again").Select(document => document.DocumentNo)));
            (await BookVerifier.VerifyAsync(book, [], null, default)).Findings.Should().BeEmpty();
        }
        finally
        {
            Run("umount", folder.FullPath).Should().BeTrue();
        }
    }

    /// <summary>Posts until the disk is full; what was answered before is added to the list.</summary>
    private static async Task<SqliteException> FillAsync(Journal journal, List<string> answered)
    {
        for (var n = 0; n < 10_000; n++)
        {
            var batch = Batch(n.ToString(CultureInfo.InvariantCulture));
            try
            {
                (await journal.PostAsync(batch, default)).Should().AllBeOfType<PostResult.Posted>();
            }
            catch (SqliteException fault)
            {
                return fault;
            }

            answered.AddRange(batch.Select(document => document.DocumentNo));
        }

        throw new InvalidOperationException("the disk never was full");
    }

    private static Document[] Batch(string name) =>
    [
        .. Enumerable.Range(0, 20).Select(n => TestBook.Sale(
            string.Create(CultureInfo.InvariantCulture, $"{name}-{n}"), "2026-01-01", TestBook.Line(1, 10))
            with { PartyCode = "" }),
    ];

    private static async Task MastersAsync(Journal journal)
    {
        Submission[] masters =
        [
            new CategoryMaster("A", "药品"),
            new ItemMaster(TestBook.Item, "感冒灵颗粒", "A"),
            new StoreMaster(TestBook.Store, "城东店") { MayGoNegative = true },
        ];
        (await journal.PostAsync(masters, default)).Should().AllBeOfType<PostResult.Posted>();
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

    private static bool Mount(string folder, string options) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
        })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
