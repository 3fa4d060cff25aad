using System.Collections.Concurrent;
using Analytics.Fixtures;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using Analytics.Poster;

namespace Analytics.Ledger.Tests.Posting;

/// <summary>Sixteen callers post, settle, take back and reverse the same documents, customers and open items at once.
/// What they are told is what the book says: the accepted submissions, handed in again one after the other, make the
/// very same book.</summary>
public sealed class ClashTests
{
    private static readonly string[] Tables =
    [
        "document", "document_line", "stock_movement", "money_movement", "open_item", "allocation", "cost_adjustment",
        "status_change",
    ];

    private static readonly string[] States =
    [
        "select seq, line_no, remaining from state_open_item", "select item_id, depot_id, qty, value from state_pool",
        "select account, party_id, amount from state_balance",
        "select item_id, depot_id, seq, line_no, qty, value, effective from state_pool_queue",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Callers_of_one_journal_are_told_what_the_book_says(int seed)
    {
        await using var book = await OpenAsync();

        await HoldsAsync(book, seed, await AllAsync(seed, _ => book.Journal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Callers_of_two_journals_on_one_book_are_told_what_the_book_says(int seed)
    {
        await using var book = await OpenAsync();
        await using var otherBook = await Book.OpenAsync(book.Place.Text, BusinessDay.Shanghai, default);
        await using var other = await Journal.OpenAsync(otherBook, TimeProvider.System, default);

        await HoldsAsync(book, seed, await AllAsync(seed, hand => hand % 2 == 0 ? book.Journal : other));
    }

    [Fact]
    public async Task Callers_in_two_processes_are_told_what_the_book_says()
    {
        const int Seed = 5;
        await using var book = await OpenAsync();
        using var folder = new TempFolder();
        var gate = folder.File("gate");
        using var one = Start(book, 0, Seed, gate);
        using var other = Start(book, Clash.Callers / 2, Seed, gate);
        await UntilAsync(() => one.Lines.Count > 0 && other.Lines.Count > 0);

        await File.WriteAllTextAsync(gate, "go");

        var ofOne = await AnswersAsync(one);
        var ofOther = await AnswersAsync(other);
        var (mine, theirs) = (Seqs(ofOne), Seqs(ofOther));
        (mine.Min() < theirs.Max() && theirs.Min() < mine.Max()).Should().BeTrue("they worked at the same time");
        await HoldsAsync(book, Seed, [.. ofOne, .. ofOther]);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Many_callers_of_two_journals_on_one_book_are_told_what_the_book_says()
    {
        for (var seed = 100; seed < 112; seed++)
        {
            await Callers_of_two_journals_on_one_book_are_told_what_the_book_says(seed);
        }
    }

    private static async Task<TestBook> OpenAsync()
    {
        var book = await TestBook.CreateAsync();
        (await book.Journal.PostAsync(Clash.Opening, default)).Should().AllBeOfType<PostResult.Posted>();
        return book;
    }

    private static async Task<IReadOnlyCollection<ClashAnswer>> AllAsync(int seed, Func<int, Journal> journal)
    {
        var answers = new ConcurrentBag<ClashAnswer>();
        await new Clash(seed).HandInAsync(Enumerable.Range(0, Clash.Callers), journal, answers.Add, TimeSpan.Zero);
        return answers;
    }

    private static Child Start(TestBook book, int first, int seed, string gate) =>
        new("Analytics.Poster.dll", book.Place.Text, "clash", $"{first}", $"{seed}", gate);

    private static async Task<IReadOnlyList<ClashAnswer>> AnswersAsync(Child process)
    {
        await process.WaitAsync();
        process.ShouldEndWith(0);
        return [.. process.Lines.Skip(1).Select(ClashAnswer.Parse)];
    }

    private static List<long> Seqs(IEnumerable<ClashAnswer> answers) =>
        [.. answers.Where(answer => answer.IsNew).Select(answer => answer.Seq)];

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, default);
        }
    }

    private static async Task HoldsAsync(TestBook book, int seed, IReadOnlyCollection<ClashAnswer> answers)
    {
        var clash = new Clash(seed);
        var accepted = answers.Where(answer => answer.IsNew).OrderBy(answer => answer.Seq).ToList();
        accepted.Should().OnlyHaveUniqueItems(answer => answer.Seq);
        accepted.Select(answer => (answer.Caller, answer.Round)).Should().OnlyHaveUniqueItems();
        answers.Where(answer => answer.Reason is null).Select(answer => answer with { IsNew = true })
            .Should().BeSubsetOf(accepted);
        accepted.Select(answer => Submission(clash, answer).GetType()).Distinct()
            .Should().BeEquivalentTo([
                typeof(Document), typeof(Allocation), typeof(AutoAllocation), typeof(WriteOff),
                typeof(AllocationReversal), typeof(Reversal),
            ]);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();

        await using var again = await OpenAsync();
        (await again.Journal.PostAsync(accepted.ConvertAll(answer => Submission(clash, answer)), default))
            .Should().Equal(accepted.Select(answer => new PostResult.Posted(answer.Seq)));

        foreach (var sql in Tables.Select(table => $"select * from {table}").Concat(States))
        {
            Rows(book, sql).Should().Equal(Rows(again, sql), "of {0}", sql);
        }

        await RefusalsHoldAsync(book, clash, answers);
    }

    /// <summary>What was said to be settled, returned, taken back or reversed was so, by something in the book.
    /// </summary>
    private static async Task RefusalsHoldAsync(
        TestBook book, Clash clash, IReadOnlyCollection<ClashAnswer> answers)
    {
        var settled = Names(
            book, "join allocation a on d.seq in (a.seq, a.debit_seq, a.credit_seq)");
        var returned = Names(book, "join document r on r.original_seq = d.seq and r.kind = 'sale_return'");
        foreach (var answer in answers.Where(answer => answer.Reason is not null).DistinctBy(
            answer => (answer.Caller, answer.Round, answer.Reason)))
        {
            var submission = Submission(clash, answer);
            var because = $"of {answer}: {submission}";
            switch (answer.Reason)
            {
                case RefusalReason.AllocationExceedsItem or RefusalReason.ItemAllocated
                    or RefusalReason.AmountNotPositive or RefusalReason.AllocationTooEarly:
                    Meant(submission).Should().Contain(name => settled.Contains(name), because);
                    break;
                case RefusalReason.OriginalTakenBack or RefusalReason.ExceedsOriginal:
                    Meant(submission).Should().Contain(name => returned.Contains(name), because);
                    break;
                case RefusalReason.OriginalReversed or RefusalReason.AllocationTakenBack:
                    // Neither is ever undone, so it must be refused for ever.
                    (await book.RefusedAsync(submission)).Reason.Should().Be(answer.Reason, because);
                    break;
                default:
                    // It meant what was refused itself, or was not there yet.
                    answer.Reason.Should().BeOneOf(
                        [
                            RefusalReason.NothingToAllocate, RefusalReason.UnknownDocument,
                            RefusalReason.UnknownOriginal, RefusalReason.UnknownOpenItem,
                            RefusalReason.UnknownAllocation, RefusalReason.BeforeOriginal,
                        ],
                        because);
                    break;
            }
        }
    }

    /// <summary>The documents a submission settles, returns or takes back, as "kind number".</summary>
    private static IEnumerable<string> Meant(Submission submission) => submission switch
    {
        Allocation allocation => allocation.Pairs.SelectMany(pair => new[] { Name(pair.Debit), Name(pair.Credit) }),
        WriteOff writeOff => writeOff.Items.Select(part => Name(part.Item)),
        Document document => document.Settles.Select(part => Name(part.Item)).Append($"sale {document.OriginalNo}"),
        AllocationReversal reversal => [$"{reversal.OfKind} {reversal.OfNo}"],
        Reversal reversal => [reversal.DocumentKey.Replace(':', ' ')],
        _ => [],
    };

    private static string Name(OpenItemRef item) => $"{item.Kind} {item.DocumentNo}";

    private static HashSet<string> Names(TestBook book, string join) =>
        [.. book.Query($"select d.kind || ' ' || d.document_no from document d {join}", row => row.GetString(0))];

    private static Submission Submission(Clash clash, ClashAnswer answer) => clash.Of(answer.Caller)[answer.Round];

    private static List<string> Rows(TestBook book, string sql) =>
    [
        .. book.Query(sql, row => string.Join(
                '|', Enumerable.Range(0, row.FieldCount).Select(at => $"{row.GetName(at)}={row.GetValue(at)}")))
            .Order(StringComparer.Ordinal),
    ];
}
