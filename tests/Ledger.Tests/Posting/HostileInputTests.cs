using System.Globalization;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Posting;

/// <summary>What a careless or hostile caller hands in is refused to that caller; those whose submissions are committed
/// together with it notice nothing.</summary>
public sealed class HostileInputTests
{
    private const string OddHalf = "\uD800";

    public static TheoryData<string> Holes => [.. Incomplete.Keys];

    private static Dictionary<string, Submission> Incomplete { get; } = new()
    {
        ["document"] = null!,
        ["number"] = Plain with { DocumentNo = null! },
        ["key"] = Plain with { Key = null! },
        ["store"] = Plain with { StoreCode = null! },
        ["depot"] = Plain with { DepotCode = null! },
        ["party"] = Plain with { PartyCode = null! },
        ["employee"] = Plain with { EmployeeCode = null! },
        ["ship to"] = Plain with { ShipTo = default },
        ["original"] = Plain with { Kind = DocumentKind.SaleReturn, OriginalNo = null! },
        ["source"] = Plain with { Source = null! },
        ["vehicle"] = Plain with { VehicleNo = null! },
        ["route"] = Plain with { Route = null! },
        ["owner"] = Plain with { OwnerCode = null! },
        ["series of vouchers"] = Plain with { Lines = [Line(1, 1) with { Vouchers = new VoucherRange(null!, 1, 1) }] },
        ["reason of an end"] = new Termination("sale:D1") { ReasonCode = null! },
        ["customer of prices"] = new CustomerPriceNote(null!, []),
        ["prices of a customer"] = new CustomerPriceNote(Customer, null!),
        ["lines"] = Plain with { Lines = null! },
        ["line"] = Plain with { Lines = [null!] },
        ["item of a line"] = Plain with { Lines = [Line(1, 1, null!)] },
        ["unit of a line"] = Plain with { Lines = [Line(1, 1) with { Unit = null! }] },
        ["kind"] = Plain with { Kind = (DocumentKind)99 },
        ["tender"] = Plain with { Tender = (Tender)99 },
        ["category"] = new CategoryMaster("X", null!),
        ["parent of a category"] = new CategoryMaster("X", "x", null!),
        ["item"] = new ItemMaster(null!, "x", "A"),
        ["category of an item"] = new ItemMaster("X", "x", null!),
        ["pack of an item"] = new ItemMaster("X", "x", "A") { PackUnit = null! },
        ["phone of a party"] = new PartyMaster("X", "x") { Phone = null! },
        ["region of a store"] = new StoreMaster("X", "x") { Region = null! },
        ["kind of a store"] = new StoreMaster("X", "x") { Kind = (StoreKind)99 },
        ["store of an employee"] = new EmployeeMaster("X", "x", null!),
    };

    private static Document Plain => Sale("D1", "2026-01-05", Line(1, 10));

    [Theory]
    [MemberData(nameof(Holes))]
    public async Task A_submission_with_a_hole_in_it_is_refused_and_its_neighbours_are_posted(string hole)
    {
        await using var book = await CreateAsync();

        var results = await book.Journal.PostAsync(
            [Sale("D0", "2026-01-05", Line(1, 10)), Incomplete[hole], Sale("D2", "2026-01-05", Line(1, 10))], default);

        results[0].Should().BeOfType<PostResult.Posted>();
        var refusal = results[1].Should().BeOfType<PostResult.Refused>().Subject.Refusal;
        refusal.Reason.Should().Be(RefusalReason.ValueMissing);
        refusal.English.Should().NotContain("\n");
        results[2].Should().BeOfType<PostResult.Posted>();
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_keys_that_differ_in_half_a_character_do_not_fail_the_others()
    {
        await using var book = await CreateAsync();

        var results = await book.Journal.PostAsync(
            [
                Plain with { Key = "K\uD800" },
                Plain with { DocumentNo = "D2", Key = "K\uD801" },
                Plain with { DocumentNo = "D3" },
                new ItemMaster("I" + OddHalf, "x", "A"),
                new PartyMaster("P", "x") { Address = "a" + OddHalf },
            ],
            default);

        results[2].Should().BeOfType<PostResult.Posted>();
        results.Where((_, at) => at != 2).Should().AllSatisfy(result => result.Should().BeOfType<PostResult.Refused>()
            .Which.Refusal.Reason.Should().Be(RefusalReason.TextInvalid));
    }

    [Fact]
    public async Task Characters_beyond_the_first_plane_are_text_like_any_other()
    {
        await using var book = await CreateAsync();

        await book.PostedAsync(new ItemMaster("𠮷", "𠮷野家🐂", "A"));
        await book.PostedAsync(Plain with { Lines = [Line(1, 1, "𠮷")] });

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("S1\n2026-01-01 posted")]
    [InlineData("S1\0")]
    public async Task A_refusal_says_what_it_refuses_in_one_line(string code)
    {
        await using var book = await CreateAsync();
        var huge = code + new string('x', 1_000_000);
        Submission[] submissions =
        [
            Plain with { StoreCode = code },
            Plain with { DepotCode = code },
            Plain with { PartyCode = code },
            Plain with { EmployeeCode = code },
            Plain with { DocumentNo = "D2", Kind = DocumentKind.SaleReturn, OriginalNo = code },
            new CategoryMaster("X", "x", code),
            new ItemMaster("X", "x", code),
            Plain with { StoreCode = huge },
            new ItemMaster("X", "x", huge),
        ];

        foreach (var submission in submissions)
        {
            var refusal = await book.RefusedAsync(submission);

            refusal.English.Any(char.IsControl).Should().BeFalse();
            refusal.English.Length.Should().BeLessThan(300);
        }
    }

    [Fact]
    public async Task A_pack_of_next_to_nothing_is_refused()
    {
        await using var book = await CreateAsync();

        var refusal = await book.RefusedAsync(
            new ItemMaster("X", "x", "A") { PackUnit = "箱", PackFactor = 0.0000001m });

        refusal.Reason.Should().Be(RefusalReason.AmountTooLarge);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:59.9999999-14:00")]
    [InlineData("1900-12-31T23:59:59+08:00")]
    [InlineData("2101-01-02T00:00:00+08:00")]
    public async Task An_instant_at_the_end_of_time_is_refused_wherever_the_company_is(string instant)
    {
        var at = DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, out var parsed) ? parsed
            : instant[0] == '0' ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        var west = new BusinessDay(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), TimeSpan.FromHours(4));
        await using var book = await CreateAsync();
        await using var away = await Journal.OpenAsync(
            await Book.OpenAsync(book.Place.Text, west, default), TimeProvider.System, default);

        foreach (var journal in new[] { book.Journal, away })
        {
            var result = await journal.PostAsync(Plain with { BusinessAt = at }, default);

            result.Should().BeOfType<PostResult.Refused>()
                .Which.Refusal.Reason.Should().Be(RefusalReason.DateOutOfRange);
        }
    }

    [Fact]
    public async Task Closing_the_books_for_ever_is_refused()
    {
        await using var book = await CreateAsync();

        (await book.RefusedAsync(new PeriodClose(DateOnly.MaxValue))).Reason.Should().Be(RefusalReason.DateOutOfRange);
        (await book.RefusedAsync(new PeriodClose(DateOnly.MinValue))).Reason.Should().Be(RefusalReason.DateOutOfRange);
    }

    [Fact]
    public async Task Closing_what_is_closed_answers_with_the_entry_that_closed_it()
    {
        await using var book = await CreateAsync();
        var close = new PeriodClose(new DateOnly(2026, 1, 31));
        var seq = await book.PostedAsync(close);
        await book.PostedAsync(Sale("D1", "2026-02-05", Line(1, 10)));

        (await book.PostAsync(close)).Should().Be(new PostResult.AlreadyThere(seq));
        await book.ReopenAsync();
        (await book.PostAsync(close)).Should().Be(new PostResult.AlreadyThere(seq));
    }

    [Fact]
    public async Task A_first_document_before_1970_is_not_backdated()
    {
        await using var book = await CreateAsync();

        var seq = await book.PostedAsync(Receipt("R1", "1965-01-05", Line(1, 10)));

        book.Number($"select is_backdated from document where seq = {seq}").Should().Be(0);
    }

    [Fact]
    public async Task A_batch_its_caller_changes_after_giving_up_is_posted_as_it_was_handed_in()
    {
        await using var book = await CreateAsync();
        var batch = new List<Submission>(
            Enumerable.Range(0, 300).Select(n => Sale($"D{n}", "2026-01-05", Line(1, 10))));
        await using var other = await Journal.OpenAsync(book.Book, TimeProvider.System, default);
        using var cancelled = new CancellationTokenSource();

        // The lock holds the Journal up until the caller has given up and taken its list back.
        Task<PostResult> neighbour;
        using (var lockout = book.Place.Connect())
        {
            using var transaction = TestPlace.Lock(lockout);
            var posting = book.Journal.PostAsync(batch, cancelled.Token);
            neighbour = book.Journal.PostAsync(Sale("N", "2026-01-05", Line(1, 10)), default);
            await cancelled.CancelAsync();
            await FluentActions.Awaiting(() => posting).Should().ThrowAsync<OperationCanceledException>();
            batch.Clear();
        }

        (await neighbour).Should().BeOfType<PostResult.Posted>();
        book.Number("select count(*) from document").Should().Be(301);
    }

    [Fact]
    public async Task Disposing_twice_or_amid_posting_loses_no_answered_document()
    {
        await using var book = await CreateAsync();
        var journal = await Journal.OpenAsync(book.Book, TimeProvider.System, default);
        var answered = 0;
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var n = 0; n < 100_000; n++)
            {
                try
                {
                    await journal.PostAsync(Sale($"D{caller}-{n}", "2026-01-05", Line(1, 10)), default);
                    Interlocked.Increment(ref answered);
                }
                catch (InvalidOperationException)
                {
                    return;
                }
            }
        })).ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, default);

        await journal.DisposeAsync();
        await journal.DisposeAsync();
        await Task.WhenAll(callers).WaitAsync(TimeSpan.FromSeconds(30));

        book.Number("select count(*) from document").Should().Be(answered);
    }
}
