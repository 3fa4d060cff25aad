using System.Globalization;
using Analytics.Host.Schedule;

namespace Analytics.Host.Tests;

public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("2026-11-27T23:59:00+08:00", "2026-11-28T02:30:00+08:00")]
    [InlineData("2026-11-28T02:30:00+08:00", "2026-11-28T07:00:00+08:00")]
    [InlineData("2026-11-28T14:34:59+08:00", "2026-11-28T14:35:00+08:00")]
    [InlineData("2026-11-28T22:55:00+08:00", "2026-11-29T02:30:00+08:00")]
    public void Unless_told_otherwise_it_runs_at_night_and_every_five_minutes_of_the_day(string now, string next) =>
        Timetable.Of(Timetable.OfSnapshots.Select(name => Timetable.Standard[name]), Shanghai)
            .Next(At(now)).Should().Be(At(next));

    [Fact]
    public void An_empty_expression_is_never() =>
        Timetable.Of(["", " "], Shanghai).Next(At("2026-11-28T00:00:00+08:00")).Should().BeNull();

    [Theory]
    [InlineData("every day")]
    [InlineData("61 * * * *")]
    [InlineData("* * *")]
    public void What_is_no_cron_expression_is_named(string expression) =>
        FluentActions.Invoking(() => Timetable.Of([expression], Shanghai))
            .Should().Throw<FormatException>().WithMessage($"'{expression}': *");

    [Fact]
    public async Task What_comes_due_while_a_job_runs_is_left_out()
    {
        using var stop = new CancellationTokenSource();
        var clock = new JumpingClock(At("2026-11-28T08:03:20+08:00"));
        var runs = new List<DateTimeOffset>();
        var scheduler = new Scheduler(Timetable.Of(["*/5 * * * *"], Shanghai), clock);

        await FluentActions.Awaiting(() => scheduler.RunAsync(Job, stop.Token))
            .Should().ThrowAsync<OperationCanceledException>();

        runs.Should().Equal(
            At("2026-11-28T08:05:00+08:00"), At("2026-11-28T08:20:00+08:00"), At("2026-11-28T08:25:00+08:00"));

        Task Job(CancellationToken ct)
        {
            runs.Add(clock.GetUtcNow());
            clock.Now += runs.Count == 1 ? TimeSpan.FromMinutes(12) : TimeSpan.Zero;
            return runs.Count == 3 ? stop.CancelAsync() : Task.CompletedTask;
        }
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    /// <summary>Whoever waits has waited at once.</summary>
    private sealed class JumpingClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Now += dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
