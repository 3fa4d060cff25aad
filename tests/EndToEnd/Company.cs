using Analytics.Dashboard;
using Analytics.Dashboard.Access;
using Analytics.Fixtures;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Reports;
using Analytics.Star;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;

namespace Analytics.EndToEnd;

/// <summary>A small company the whole way: documents through the Journal, a snapshot, a served dashboard.</summary>
public sealed class Company : IAsyncLifetime, IDisposable
{
    public const string Password = "correct horse battery";

    private const int Documents = 400;

    private readonly TempFolder temp = new();
    private StarReaders readers = null!;
    private WorkspaceDb workspace = null!;
    private WebApplication app = null!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // The sample's documents end on the morning of this day.
        var clock = new StandingClock(new(2026, 3, 30, 18, 0, 0, TimeSpan.FromHours(8)));
        var folder = new StarFolder(temp.File("star"));
        await using (var book = await Book.OpenAsync(temp.File("ledger.db"), BusinessDay.Shanghai, default))
        {
            await new SampleBook(seed: 7).PostAsync(book, Documents, clock);
            var outcome = await new Snapshot().RunAsync(book, folder, clock, null, default);
            outcome.Should().BeOfType<SnapshotOutcome.Published>();
        }

        readers = new StarReaders(folder, new());
        workspace = await WorkspaceDb.OpenAsync(temp.File("workspace.db"), clock, default);
        await workspace.Accounts.CreateAsync(new("老板", Passwords.Hash(Password), Role.Owner), default);
        app = DashboardHost.Create(new()
        {
            Folder = folder,
            TempFolder = Path.Combine(folder.FullPath, "tmp"),
            Readers = readers,
            Catalog = Catalog.Load(null),
            Glossary = Glossary.Load(),
            Workspace = workspace,
            KeysFolder = temp.File("keys"),
            Urls = ["http://127.0.0.1:0"],
            CompanyName = "样本连锁",
            Clock = clock,
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        });
        await app.StartAsync();
        Address = new(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await readers.DisposeAsync();
        await workspace.DisposeAsync();
    }

    public void Dispose() => temp.Dispose();
}
