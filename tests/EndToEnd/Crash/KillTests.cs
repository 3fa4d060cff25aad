using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.EndToEnd.Crash;

/// <summary>kill -9 in the midst of posting, import and snapshot, at moments drawn by seed. Afterwards every
/// acknowledged document is there, none is there in part, and a whole generation is served.</summary>
public sealed class KillTests
{
    private const int Orders = 1500;

    public static TheoryData<int> Seeds => [1, 2, 3];

    public static TheoryData<int> ManySeeds => [.. Enumerable.Range(4, 17)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Posting_killed_keeps_every_acknowledged_document_whole(int seed) => KillPostingAsync(seed);

    [Theory]
    [MemberData(nameof(ManySeeds))]
    [Trait("Category", "Slow")]
    public Task Posting_killed_many_times_keeps_every_acknowledged_document_whole(int seed) => KillPostingAsync(seed);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task An_import_killed_leaves_whole_documents_and_goes_on_where_it_was(int seed) => KillImportAsync(seed);

    [Theory]
    [MemberData(nameof(ManySeeds))]
    [Trait("Category", "Slow")]
    public Task An_import_killed_many_times_leaves_whole_documents_and_goes_on_where_it_was(int seed) =>
        KillImportAsync(seed);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_snapshot_killed_leaves_a_whole_generation_served(int seed) => KillSnapshotAsync(seed);

    [Theory]
    [MemberData(nameof(ManySeeds))]
    [Trait("Category", "Slow")]
    public Task A_snapshot_killed_many_times_leaves_a_whole_generation_served(int seed) => KillSnapshotAsync(seed);

    private static async Task KillPostingAsync(int seed)
    {
        using var folder = new TempFolder();
        var ledger = folder.File("ledger.db");
        var random = new Random(seed);
        var acknowledged = new HashSet<string>();
        for (var round = 0; round < 2; round++)
        {
            using var child = new Child("Analytics.Poster.dll", ledger, $"r{round}");
            await UntilAsync(() => child.Lines.Count > 20);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(400)), TimeProvider.System, default);
            await child.KillAsync();
            acknowledged.UnionWith(child.Lines);
        }

        var lines = await LinesByDocumentAsync(ledger);
        lines.Keys.Should().Contain(acknowledged);
        lines.Values.Should().AllBeEquivalentTo(3L);
        await VerifyAsync(folder);
    }

    private static async Task KillImportAsync(int seed)
    {
        using var folder = new TempFolder();
        var csv = folder.File("superstore.csv");
        await File.WriteAllTextAsync(csv, SuperstoreRows());
        string[] import = ["import", csv, "--data", folder.FullPath];
        using (var child = new Child("analytics.dll", import))
        {
            // The book appears when the import opens it; from there on any moment is as good as another.
            await UntilAsync(() => File.Exists(folder.File("ledger.db")));
            await Task.Delay(TimeSpan.FromMilliseconds(new Random(seed).Next(2000)), TimeProvider.System, default);
            await child.KillAsync();
        }

        if (File.Exists(folder.File("ledger.db")))
        {
            (await LinesByDocumentAsync(folder.File("ledger.db"))).Values.Should().AllBeEquivalentTo(2L);
        }

        using var again = await Child.RunAsync("analytics.dll", import);
        again.ShouldEndWith(0);
        (await LinesByDocumentAsync(folder.File("ledger.db"))).Should().HaveCount(Orders);
        await VerifyAsync(folder);
    }

    private static async Task KillSnapshotAsync(int seed)
    {
        using var folder = new TempFolder();
        using var made = await Child.RunAsync(
            "analytics.dll", "demo", "--lines", "5000", "--no-serve", "--data", folder.FullPath);
        made.ShouldEndWith(0);
        var star = new StarFolder(folder.File("star"));
        var before = star.Current()!.Generation;
        string[] snapshot = ["snapshot", "--full", "--data", folder.FullPath];
        using (var child = new Child("analytics.dll", snapshot))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(new Random(seed).Next(300, 2500)), TimeProvider.System, default);
            await child.KillAsync();
        }

        var served = star.Current()!;
        star.List().Select(manifest => manifest.Generation).Should().Contain([before, served.Generation]);
        await VerifyAsync(folder);
        using var again = await Child.RunAsync("analytics.dll", snapshot);
        again.ShouldEndWith(0);
        Directory.GetFiles(folder.File("star")).Select(Path.GetFileName)
            .Should().OnlyContain(name => name == "current.json" || name == "build.lock"
                || star.List().Any(manifest => name!.StartsWith(manifest.Generation + ".", StringComparison.Ordinal)));
        await VerifyAsync(folder);
    }

    /// <summary>Chain, state and served generation.</summary>
    private static async Task VerifyAsync(TempFolder folder)
    {
        using var verify = await Child.RunAsync("analytics.dll", "verify", "--data", folder.FullPath);
        verify.ShouldEndWith(0);
    }

    private static async Task<Dictionary<string, long>> LinesByDocumentAsync(string ledger)
    {
        await using var book = await Book.OpenAsync(ledger, BusinessDay.Shanghai, default);
        await using var view = await book.ReadAsync(default);
        await using var command = view.Command(
            "select document_no, (select count(*) from document_line where seq = document.seq) from document");
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new Dictionary<string, long>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return lines;
    }

    private static string SuperstoreRows()
    {
        var csv = new StringBuilder(
            "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,"
            + "Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n");
        for (var order = 0; order < Orders; order++)
        {
            for (var line = 0; line < 2; line++)
            {
                var item = (order + line) % 97;
                csv.Append(CultureInfo.InvariantCulture, $"{(order * 2) + line},O-{order},1/{(order % 28) + 1}/2019,")
                    .Append(CultureInfo.InvariantCulture, $"1/29/2019,Standard,C-{order % 50},Customer {order % 50},")
                    .Append("Consumer,United States,Houston,Texas,77001,Central,")
                    .Append(CultureInfo.InvariantCulture, $"P-{item},Office,Paper,Paper {item},12.5,2,0,2.5\n");
            }
        }

        return csv.ToString();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Stopwatch.GetElapsedTime(startedAt).Should().BeLessThan(TimeSpan.FromMinutes(2));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }
}
