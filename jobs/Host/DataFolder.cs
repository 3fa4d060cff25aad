using Analytics.Host.Schedule;
using Analytics.Ingest;
using Analytics.Ingest.Calendar;
using Analytics.Ingest.Foreign;
using Analytics.Ingest.Import.Inbox;
using Analytics.Ledger;
using Analytics.Ledger.Heads;
using Analytics.Star;
using Analytics.Workspace;

namespace Analytics.Host;

/// <summary>The data folder of one company, and where in it everything lies.</summary>
internal sealed class DataFolder(string path)
{
    public string FullPath { get; } = Path.GetFullPath(path);

    public BusinessDay Day { get; } = BusinessDay.Shanghai;

    /// <summary>The book's file, where the folder's settings name no other place.</summary>
    public string LedgerPath => In("ledger.db");

    public string Temp => In("tmp");

    public string Rejects => In("quarantine");

    public string Keys => In("keys");

    public string HeadKeyPath => Path.Combine(Keys, "head-signing.pem");

    /// <summary>Every head this folder signed.</summary>
    public HeadLog HeadLog => new(In("heads.log"));

    public HeadSigner Heads => new(HeadKeyPath, HeadLog, TimeProvider.System);

    public string Attachments => In("attachments");

    public string OwnCatalog => In("catalog");

    /// <summary>The company's own workbooks that reports fill.</summary>
    public string Templates => In("templates");

    public string OwnMappings => In("sources");

    /// <summary>The company's own holidays and fiscal year, over the statutory ones.</summary>
    /// <exception cref="InvalidDataException">The folder's settings cannot be understood.</exception>
    public CompanyCalendar Calendar => CompanyCalendar.Read(In("holidays.csv")) with
    {
        FiscalStartMonth = Settings.Read(In("analytics.json")).FiscalStartMonth,
    };

    /// <summary>Where files are dropped to be imported.</summary>
    public InboxFolders Inbox => new(In("inbox"), Rejects, Temp);

    /// <summary>What was taken from the inbox, and what was left in it.</summary>
    public InboxHistory InboxRuns => new(Path.Combine(FullPath, "logs", "inbox.jsonl"));

    /// <summary>Says that the demo company in the folder was made to its end.</summary>
    public string DemoMark => In("demo.json");

    /// <summary>What every snapshot left of itself.</summary>
    public SnapshotHistory Snapshots => new(Path.Combine(FullPath, "logs", "snapshots.jsonl"));

    /// <summary>Which generations a snapshot keeps.</summary>
    public Pruning Prune => Settings.Read(In("analytics.json")).Prune;

    /// <summary>Where each generation is copied to; null for nowhere.</summary>
    /// <exception cref="InvalidDataException">The folder's settings cannot be understood.</exception>
    public string? StarCopy => Settings.Read(In("analytics.json")).Copy;

    /// <summary>When a served folder takes snapshots.</summary>
    /// <exception cref="InvalidDataException">The folder's settings cannot be understood.</exception>
    public Timetable SnapshotTimes => TimesOf(Timetable.OfSnapshots);

    /// <summary>When a served folder looks into its inbox.</summary>
    /// <exception cref="InvalidDataException">The folder's settings cannot be understood.</exception>
    public Timetable InboxTimes => TimesOf([Timetable.OfInbox]);

    public Timetable LoyaltyTimes => TimesOf([Timetable.OfLoyalty]);

    public StarFolder Star => new(In("star"));

    /// <summary>The foreign database that the star is from; null where it is from a book.</summary>
    /// <exception cref="InvalidDataException">The settings cannot be understood, or there is a book too.</exception>
    public ForeignPlace? Foreign
    {
        get
        {
            var path = In("analytics.json");
            if (Settings.Read(path).Source is not { } source)
            {
                return null;
            }

            return File.Exists(LedgerPath)
                ? throw new InvalidDataException(Texts.Say("settings.two_sources", path))
                : new ForeignPlace(source, OwnMappings, Rejects, Day);
        }
    }

    /// <summary>Where the book is, if not in the folder.</summary>
    /// <exception cref="InvalidDataException">The folder has no book: its star is from a foreign database.</exception>
    private string? Database => Foreign is { } place
        ? throw new InvalidDataException(Texts.Say("settings.no_book", FullPath, place.Settings.Name))
        : Settings.Read(In("analytics.json")).Ledger;

    /// <summary>The book of a company that is there; null after its absence was said: a mistyped folder makes no
    /// company.</summary>
    public async Task<Book?> OpenExistingBookAsync(CancellationToken ct)
    {
        var database = Database;
        if (database is not null || File.Exists(LedgerPath))
        {
            var book = await Book.OpenAsync(database ?? LedgerPath, Day, ct);
            if (database is null || !await IsEmptyAsync(book, ct))
            {
                return book;
            }

            await book.DisposeAsync();
        }

        Terminal.Error(Texts.Say("no_book", FullPath));
        return null;
    }

    /// <summary>The book of a company that is there; null where there is none.</summary>
    public async Task<Book?> FindBookAsync(CancellationToken ct) =>
        await HasBookAsync(ct) ? await OpenBookAsync(ct) : null;

    public async Task<Book> OpenBookAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(FullPath);
        return await Book.OpenAsync(Database ?? LedgerPath, Day, ct);
    }

    /// <summary>Whether a company's book is there, and not only the place for one.</summary>
    public async Task<bool> HasBookAsync(CancellationToken ct)
    {
        if (Foreign is not null)
        {
            return false;
        }

        if (Database is not { } database)
        {
            return File.Exists(LedgerPath);
        }

        await using var book = await Book.OpenAsync(database, Day, ct);
        return !await IsEmptyAsync(book, ct);
    }

    public async Task<WorkspaceDb> OpenWorkspaceAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(FullPath);
        return await WorkspaceDb.OpenAsync(In("workspace.db"), TimeProvider.System, ct);
    }

    private Timetable TimesOf(IEnumerable<string> names)
    {
        var path = In("analytics.json");
        var schedule = Settings.Read(path).Schedule;
        try
        {
            return Timetable.Of(names.Select(name => schedule[name]), Day.Zone);
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException(Texts.Say("settings.cron", path, fault.Message), fault);
        }
    }

    private static async Task<bool> IsEmptyAsync(Book book, CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        return view.Seq == 0;
    }

    private string In(string name) => Path.Combine(FullPath, name);
}
