namespace Analytics.Host.Schedule;

/// <summary>Runs a job whenever its time comes, one at a time: what comes due meanwhile is left out, for the run that
/// follows does its work too.</summary>
internal sealed class Scheduler(Timetable timetable, TimeProvider clock)
{
    /// <summary>The clock on the wall may be set meanwhile, and a machine may sleep.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Until cancelled, or for as long as there is a next time.</summary>
    /// <param name="job">Reports its own faults; what it throws ends the schedule.</param>
    /// <param name="ct">Ends it, also amid a job.</param>
    public async Task RunAsync(Func<CancellationToken, Task> job, CancellationToken ct)
    {
        while (timetable.Next(clock.GetUtcNow()) is { } next)
        {
            for (var now = clock.GetUtcNow(); now < next; now = clock.GetUtcNow())
            {
                var rest = next - now;
                await Task.Delay(rest < LongestWait ? rest : LongestWait, clock, ct);
            }

            await job(ct);
        }
    }
}
