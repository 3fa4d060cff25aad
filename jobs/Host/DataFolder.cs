using Analytics.Ledger;
using Analytics.Star;
using Analytics.Workspace;

namespace Analytics.Host;

/// <summary>The data folder of one company, and where in it everything lies.</summary>
internal sealed class DataFolder(string path)
{
    public string FullPath { get; } = Path.GetFullPath(path);

    public BusinessDay Day { get; } = BusinessDay.Shanghai;

    public string LedgerPath => In("ledger.db");

    public string Temp => In("tmp");

    public string Rejects => In("quarantine");

    public string Keys => In("keys");

    public string OwnCatalog => In("catalog");

    public string OwnMappings => In("sources");

    /// <summary>Says that the demo company in the folder was made to its end.</summary>
    public string DemoMark => In("demo.json");

    public StarFolder Star => new(In("star"));

    /// <summary>The book of a company that is there; null after its absence was said: a mistyped folder makes no
    /// company.</summary>
    public async Task<Book?> OpenExistingBookAsync(CancellationToken ct)
    {
        if (File.Exists(LedgerPath))
        {
            return await Book.OpenAsync(LedgerPath, Day, ct);
        }

        Terminal.Error(Texts.Say("no_book", FullPath));
        return null;
    }

    public async Task<Book> OpenBookAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(FullPath);
        return await Book.OpenAsync(LedgerPath, Day, ct);
    }

    public async Task<WorkspaceDb> OpenWorkspaceAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(FullPath);
        return await WorkspaceDb.OpenAsync(In("workspace.db"), TimeProvider.System, ct);
    }

    private string In(string name) => Path.Combine(FullPath, name);
}
