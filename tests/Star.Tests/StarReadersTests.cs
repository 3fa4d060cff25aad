using System.Data.Common;
using Analytics.Fixtures;

namespace Analytics.Star.Tests;

public sealed class StarReadersTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly StarFolder folder;

    public StarReadersTests() => folder = new StarFolder(temp.File("star"));

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_lease_keeps_reading_its_generation_while_another_is_published()
    {
        var old = await BuildAsync(5);
        await using var readers = new StarReaders(folder, new());
        await using var before = await readers.RentAsync(null, default);
        await ExecuteAsync(before.Connection, $"create temp view sales as from {before.Schema}.fact_sales");

        var latest = await BuildAsync(9);
        await using var after = await readers.RentAsync(null, default);

        after.Manifest.Generation.Should().Be(latest.Manifest.Generation);
        (await CountAsync(before.Connection, "sales")).Should().Be(old.Sales.Count);
        (await CountAsync(after.Connection, $"{after.Schema}.fact_sales")).Should().Be(latest.Sales.Count);
    }

    [Fact]
    public async Task A_generation_nobody_leases_and_nobody_is_served_is_closed()
    {
        var old = await BuildAsync(3);
        await using var readers = new StarReaders(folder, new());
        var before = await readers.RentAsync(null, default);
        var latest = await BuildAsync(4);
        await using var after = await readers.RentAsync(null, default);
        IsOpen(old).Should().BeTrue();

        await before.DisposeAsync();

        IsOpen(old).Should().BeFalse();
        IsOpen(latest).Should().BeTrue();
    }

    [Fact]
    public async Task Serving_follows_a_rollback()
    {
        var old = await BuildAsync(3);
        await BuildAsync(4);
        await using var readers = new StarReaders(folder, new());
        await (await readers.RentAsync(null, default)).DisposeAsync();

        folder.PointTo(old.Manifest.Generation);
        await using var lease = await readers.RentAsync(null, default);

        lease.Manifest.Generation.Should().Be(old.Manifest.Generation);
    }

    [Fact]
    public async Task An_older_generation_can_be_leased_by_name()
    {
        var old = await BuildAsync(3);
        await BuildAsync(4);
        await using var readers = new StarReaders(folder, new());

        await using var lease = await readers.RentAsync(old.Manifest.Generation, default);
        var unknown = () => readers.RentAsync("20990101T000000", default);

        (await CountAsync(lease.Connection, $"{lease.Schema}.fact_sales")).Should().Be(old.Sales.Count);
        (await unknown.Should().ThrowAsync<StarException>()).Which.Message.Should().Contain("20990101T000000");
    }

    [Fact]
    public async Task Where_nothing_was_published_renting_says_what_to_do_and_works_once_something_is()
    {
        await using var readers = new StarReaders(folder, new());
        var rent = () => readers.RentAsync(null, default);
        (await rent.Should().ThrowAsync<StarException>()).Which.Message.Should().Contain("analytics snapshot");

        var first = await BuildAsync(3);

        await using var lease = await rent();
        lease.Manifest.Generation.Should().Be(first.Manifest.Generation);
    }

    [Fact]
    public async Task A_corrupt_generation_is_not_served_the_old_one_is_and_the_reason_is_said()
    {
        var old = await BuildAsync(3);
        await using var readers = new StarReaders(folder, new());
        await (await readers.RentAsync(null, default)).DisposeAsync();
        var bad = await BuildAsync(4);
        await File.WriteAllTextAsync(folder.BasePath(bad.Manifest), new string('x', 5000));

        await using var lease = await readers.RentAsync(null, default);

        lease.Manifest.Generation.Should().Be(old.Manifest.Generation);
        readers.SwitchRefused.Should().Contain(bad.Manifest.BaseFile).And.NotContain("\n");
        await using var fresh = new StarReaders(folder, new());
        var rent = () => fresh.RentAsync(null, default);
        (await rent.Should().ThrowAsync<StarException>()).Which.Message.Should()
            .Contain(bad.Manifest.BaseFile).And.Contain("cannot be opened").And.NotContain("\n");
    }

    [Theory]
    [InlineData("select * from read_text('/etc/hostname')")]
    [InlineData("copy (select 1) to '../out-of-the-star.csv'")]
    [InlineData("attach '../out-of-the-star.duckdb'")]
    [InlineData("set threads = 1")]
    [InlineData("set enable_external_access = true")]
    [InlineData("delete from {schema}.fact_sales")]
    [InlineData("create table {schema}.mine (a int)")]
    public async Task Readers_change_no_setting_no_generation_and_touch_no_file_outside_the_star_folder(string sql)
    {
        await BuildAsync(3);
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);

        var act = () => ExecuteAsync(
            lease.Connection, sql.Replace("{schema}", lease.Schema, StringComparison.Ordinal));

        await act.Should().ThrowAsync<DbException>();
    }

    [Fact]
    public async Task Many_readers_and_switches_at_once_each_see_one_whole_generation()
    {
        var built = new[] { await BuildAsync(3), await BuildAsync(4), await BuildAsync(5) };
        var samples = built.ToDictionary(sample => sample.Manifest.Generation, sample => sample.Sales.Count);

        await using var readers = new StarReaders(folder, new());
        var reading = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await using var lease = await readers.RentAsync(null, default);
                var rows = await CountAsync(lease.Connection, $"{lease.Schema}.fact_sales");
                rows.Should().Be(samples[lease.Manifest.Generation]);
            }
        })).ToList();
        var generations = samples.Keys.ToList();
        var all = Task.WhenAll(reading);
        for (var i = 0; !all.IsCompleted; i++)
        {
            folder.PointTo(generations[i % generations.Count]);
            await Task.Yield();
        }

        await all;

        await using var last = await readers.RentAsync(null, default);
        built.Where(IsOpen).Should().ContainSingle()
            .Which.Manifest.Generation.Should().Be(folder.Current()!.Generation);
    }

    [Fact]
    public async Task As_many_past_generations_are_read_as_memory_is_meant_for_and_one_more_is_refused()
    {
        var built = new List<SampleStar>();
        for (var days = 3; days < 9; days++)
        {
            built.Add(await BuildAsync(days));
        }

        await using var readers = new StarReaders(folder, new() { WarmUp = false });
        await using var served = await readers.RentAsync(null, default);
        var past = new List<StarLease>();
        foreach (var sample in built[..4])
        {
            past.Add(await readers.RentAsync(sample.Manifest.Generation, default));
        }

        var again = await readers.RentAsync(built[0].Manifest.Generation, default);
        var tooMany = () => readers.RentAsync(built[4].Manifest.Generation, default);
        (await tooMany.Should().ThrowAsync<StarException>()).Which.Message.Should()
            .Contain("4 generations").And.Contain(built[4].Manifest.Generation);

        await past[1].DisposeAsync();
        past[1] = await tooMany();
        (await CountAsync(past[1].Connection, $"{past[1].Schema}.fact_sales")).Should().Be(built[4].Sales.Count);
        foreach (var lease in past.Append(again))
        {
            await lease.DisposeAsync();
        }

        built.Where(IsOpen).Should().ContainSingle().Which.Should().Be(built[5]);
    }

    [Fact]
    public Task A_pointer_that_turns_while_it_is_followed_is_served_where_it_stops() => TurnsAsync(60);

    [Fact]
    [Trait("Category", "Slow")]
    public Task A_pointer_that_turns_often_while_it_is_followed_is_served_where_it_stops() => TurnsAsync(1000);

    private async Task TurnsAsync(int rounds)
    {
        var generations = new[] { await BuildAsync(3), await BuildAsync(4) }
            .Select(sample => sample.Manifest.Generation).ToList();
        await using var readers = new StarReaders(folder, new() { WarmUp = false });

        for (var round = 0; round < rounds; round++)
        {
            var turning = Task.Run(() =>
            {
                for (var turn = 0; turn < 3; turn++)
                {
                    folder.PointTo(generations[(round + turn) % 2]);
                }
            });
            while (!turning.IsCompleted)
            {
                await (await readers.RentAsync(null, default)).DisposeAsync();
            }

            await turning;
            await using var last = await readers.RentAsync(null, default);
            last.Manifest.Generation.Should().Be(generations[(round + 2) % 2]);
        }
    }

    private Task<SampleStar> BuildAsync(int days) =>
        SampleStar.BuildAsync(folder, new() { Days = days }, TimeProvider.System);

    private static async Task<long> CountAsync(DbConnection connection, string table) =>
        (long)(await Query.RowsAsync(connection, $"select count(*) from {table}")).Single()[0]!;

    /// <summary>Whether somebody reads it: then its hold cannot be had alone.</summary>
    private bool IsOpen(SampleStar sample)
    {
        try
        {
            var hold = Path.Combine(folder.FullPath, sample.Manifest.Generation + ".readers");
            using var alone = new FileStream(hold, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            // Nobody ever read it: turns may be quicker than opening.
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
