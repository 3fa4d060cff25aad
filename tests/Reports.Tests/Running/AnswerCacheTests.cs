using Analytics.Reports.Running;
using Analytics.Star;
using CsCheck;

namespace Analytics.Reports.Tests.Running;

public sealed class AnswerCacheTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly HashSet<string> open = ["g1", "g2", "g3"];

    [Fact]
    public async Task What_is_kept_is_bounded_by_bytes_and_what_was_used_last_stays()
    {
        var each = AnswerSize.Of(Result(10));
        var cache = Cache(each * 5);
        for (var question = 0; question < 5; question++)
        {
            await AskAsync(cache, "g1", question, 10);
        }
        cache.Bytes.Should().Be(each * 5);

        await AskAsync(cache, "g1", 0, 10);
        await AskAsync(cache, "g1", 5, 10);
        cache.Runs.Should().Be(6);
        cache.Bytes.Should().Be(each * 5);

        await AskAsync(cache, "g1", 0, 10);
        cache.Runs.Should().Be(6);
        await AskAsync(cache, "g1", 1, 10);
        cache.Runs.Should().Be(7);
    }

    [Fact]
    public Task Whatever_is_asked_the_bytes_are_within_their_bound_and_those_of_what_is_there() => Gen.Select(
        Gen.Int[0, 30], Gen.Int[1, 3]).Array[1, 60].SampleAsync(
        async asked =>
        {
            const long most = 60_000;
            var cache = Cache(most);
            foreach (var (question, generation) in asked)
            {
                await AskAsync(cache, $"g{generation}", question, RowsOf(question));
                cache.Bytes.Should().BeInRange(0, most);
            }
            var there = 0L;
            foreach (var (question, generation) in asked.Distinct())
            {
                there += await IsKeptAsync(cache, $"g{generation}", question)
                    ? AnswerSize.Of(Result(RowsOf(question))) : 0;
            }
            cache.Bytes.Should().Be(there);

            // The same question has the same answer; some are too large to be kept.
            static int RowsOf(int question) => question * 37 % 200;
        },
        iter: 100, threads: 1);

    [Fact]
    public async Task An_answer_that_would_push_out_the_others_is_given_and_not_kept()
    {
        var cache = Cache(AnswerSize.Of(Result(1_000)) * 3);
        await AskAsync(cache, "g1", 1, 1_000);
        await AskAsync(cache, "g1", 1, 1_000);
        (cache.Runs, cache.Bytes).Should().Be((2, 0));
    }

    [Fact]
    public async Task Answers_of_generations_that_nobody_reads_are_dropped_when_another_comes()
    {
        var cache = Cache(1_000_000);
        await AskAsync(cache, "g1", 1, 10);
        await AskAsync(cache, "g2", 1, 10);
        open.Remove("g1");
        await AskAsync(cache, "g3", 1, 10);
        cache.Bytes.Should().Be(AnswerSize.Of(Result(10)) * 2);
        (await IsKeptAsync(cache, "g2", 1)).Should().BeTrue();
        (await IsKeptAsync(cache, "g1", 1)).Should().BeFalse();
    }

    [Fact]
    public async Task Refusals_and_faults_go_to_all_who_wait_and_are_not_kept()
    {
        var cache = Cache(1_000_000);
        var refused = new ReportOutcome.Refused([]);
        for (var time = 0; time < 2; time++)
        {
            (await cache.AskAsync(Key("g1", 1), () => _ => Task.FromResult<ReportOutcome>(refused), default))
                .Should().Be(refused);
            await FluentActions.Awaiting(() => cache.AskAsync(
                Key("g1", 2), () => _ => throw new InvalidOperationException("broken"), default))
                .Should().ThrowAsync<InvalidOperationException>().WithMessage("broken");
        }
        (cache.Runs, cache.Bytes).Should().Be((4, 0));
    }

    [Fact]
    public async Task Who_leaves_takes_the_answer_from_nobody_and_the_last_to_leave_stops_it()
    {
        var cache = Cache(1_000_000);
        var (done, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var leaving = cache.AskAsync(Key("g1", 1), () => RunAsync, first.Token);
        var staying = cache.AskAsync(Key("g1", 1), () => RunAsync, second.Token);

        await first.CancelAsync();
        await FluentActions.Awaiting(() => leaving).Should().ThrowAsync<OperationCanceledException>();
        staying.IsCompleted.Should().BeFalse();
        stopped.Task.IsCompleted.Should().BeFalse();
        done.SetResult();
        (await staying.WaitAsync(Soon)).Should().BeOfType<ReportOutcome.Answer>();
        cache.Runs.Should().Be(1);

        (done, stopped) = (new(), new());
        var last = cache.AskAsync(Key("g1", 2), () => RunAsync, second.Token);
        await second.CancelAsync();
        await FluentActions.Awaiting(() => last).Should().ThrowAsync<OperationCanceledException>();
        await stopped.Task.WaitAsync(Soon);

        done.SetResult();
        var anew = cache.AskAsync(Key("g1", 2), () => RunAsync, default);
        (await anew.WaitAsync(Soon)).Should().BeOfType<ReportOutcome.Answer>();
        cache.Runs.Should().Be(3);

        async Task<ReportOutcome> RunAsync(CancellationToken ct)
        {
            try
            {
                await done.Task.WaitAsync(ct);
            }
            catch (OperationCanceledException)
            {
                stopped.SetResult();
                throw;
            }
            return new ReportOutcome.Answer(Result(1));
        }
    }

    private AnswerCache Cache(long mostBytes) => new(mostBytes, open.Contains);

    private static AnswerKey Key(string generation, int question) =>
        new(generation, FormattableString.Invariant($"{generation} {question}"));

    private static Task<ReportOutcome> AskAsync(AnswerCache cache, string generation, int question, int rows) =>
        cache.AskAsync(
            Key(generation, question),
            () => _ => Task.FromResult<ReportOutcome>(new ReportOutcome.Answer(Result(rows))),
            default);

    /// <summary>Asks without making anything that would be kept.</summary>
    private static async Task<bool> IsKeptAsync(AnswerCache cache, string generation, int question)
    {
        var outcome = await cache.AskAsync(
            Key(generation, question),
            () => _ => Task.FromResult<ReportOutcome>(new ReportOutcome.Refused([])),
            default);
        return outcome is ReportOutcome.Answer;
    }

    private static ReportResult Result(int rows) => new()
    {
        Report = "a",
        Title = new("甲", "A"),
        Generation = "g",
        CompleteTo = default,
        Params = new Dictionary<string, object?>(),
        Columns = [new("store_code", ColumnType.Text, new Label("门店", "Store"), "")],
        Rows = [.. Enumerable.Range(0, rows).Select(_ => new object?[] { "S01", 1.5m, null })],
    };
}
