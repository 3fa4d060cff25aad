using Analytics.Dashboard.Access;
using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Reports;
using Analytics.Star;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;

namespace Analytics.Dashboard.Tests;

/// <summary>A dashboard on a real Kestrel over a sample star, with an owner and an operator, for the tests of a class.
/// </summary>
public sealed class TestDashboard : IAsyncLifetime, IDisposable
{
    public const string Password = "right horse";
    public const string Company = "康源大药房<连锁>";

    private static readonly DateOnly LastDay = new(2025, 3, 10);

    private readonly TempFolder temp = new();
    private StarReaders readers = null!;
    private StarFolder stars = null!;
    private WorkspaceDb workspace = null!;
    private WebApplication app = null!;
    private LedgerDoor ledger = null!;

    internal TestClock Clock { get; } = new(new(LastDay, new(14, 30), TimeSpan.Zero));

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Whether a generation is there; set it before the start.</summary>
    public bool HasStar { get; init; } = true;

    /// <summary>Of the sample star; set it before the start.</summary>
    public int LinesPerDay { get; init; } = 6;

    public string TempFolder => temp.File("tmp");

    public Uri Address { get; private set; } = null!;

    public SampleStar Star { get; private set; } = null!;

    public ReportRunner Runner { get; private set; } = null!;

    public Accounts Accounts => workspace.Accounts;

    public Configs Configs => workspace.Configs;

    public LiveSources LiveSources => workspace.LiveSources;

    public Tokens Tokens => workspace.Tokens;

    public string LedgerPath => temp.File("ledger.db");

    public string AttachmentsFolder => temp.File("attachments");

    public string HeadKeyPath => Path.Combine(KeysFolder, "head-signing.pem");

    public string KeysFolder => temp.File("keys");

    /// <summary>Reports of the company's own; not there until a test makes it.</summary>
    public string OwnCatalog => temp.File("catalog");

    /// <summary>Another generation over the first, with other figures.</summary>
    public Task<SampleStar> BuildAsync(int seed) => SampleStar.BuildAsync(
        stars, new() { FirstDate = LastDay.AddDays(-799), Days = 800, LinesPerDay = 6, Seed = seed }, Clock);

    /// <summary>Signed in as the owner, for tests that only look.</summary>
    public HttpClient Owner { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var folder = stars = new StarFolder(temp.File("star"));
        if (HasStar)
        {
            Star = await SampleStar.BuildAsync(
                folder, new() { FirstDate = LastDay.AddDays(-799), Days = 800, LinesPerDay = LinesPerDay }, Clock);
        }

        readers = new StarReaders(folder, new());
        workspace = await WorkspaceDb.OpenAsync(temp.File("workspace.db"), Clock, default);
        await Accounts.CreateAsync(new("owner", Passwords.Hash(Password), Role.Owner), default);
        await Accounts.CreateAsync(new("operator", Passwords.Hash(Password), Role.Operator), default);
        ledger = new LedgerDoor(
            async ct => File.Exists(LedgerPath) ? await OpenAsync(ct) : null, OpenAsync, TimeProvider.System);
        var options = new DashboardOptions
        {
            Ledger = ledger,
            Heads = new(HeadKeyPath, new(temp.File("heads.log")), TimeProvider.System),
            AttachmentsFolder = AttachmentsFolder,
            TempFolder = TempFolder,
            Folder = folder,
            Readers = readers,
            Catalog = Catalog.Load([OwnCatalog]),
            Glossary = Glossary.Load(),
            Workspace = workspace,
            KeysFolder = KeysFolder,
            Urls = ["http://127.0.0.1:0"],
            CompanyName = Company,
            Clock = Clock,
            Zone = Zone,
        };
        Runner = new(readers, options.Catalog, options.Glossary, Clock, Zone);
        app = DashboardHost.Create(options);
        await app.StartAsync();
        Address = new(app.Urls.Single());
        Owner = Client();
        await Owner.SignInAsync("owner", Password);
    }

    /// <summary>A browser of its own: its own cookies, redirects shown and not followed.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task DisposeAsync()
    {
        Owner.Dispose();
        await app.DisposeAsync();
        await ledger.DisposeAsync();
        await readers.DisposeAsync();
        await workspace.DisposeAsync();
    }

    /// <summary>A program of its own with a new token.</summary>
    public async Task<HttpClient> ProgramAsync(params string[] scopes)
    {
        var made = await Tokens.CreateAsync("program " + Guid.NewGuid().ToString("N"), scopes, null, default);
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", ((TokenResult.Created)made).Secret);
        return client;
    }

    public void Dispose() => temp.Dispose();

    private Task<Book> OpenAsync(CancellationToken ct) => Book.OpenAsync(LedgerPath, BusinessDay.Shanghai, ct);
}
