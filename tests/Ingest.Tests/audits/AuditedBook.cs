using Analytics.Ingest.Calendar;
using Analytics.Ingest.Extract;
using Analytics.Ingest.Tests.Snapshots;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Ingest.Tests;

/// <summary>A company whose star is built up to the audits and left there, to be broken in one way after another, each
/// time in a transaction that is rolled back.</summary>
public sealed class AuditedBook : IAsyncDisposable
{
    private readonly CompanyFolder company;
    private readonly BookReader view;
    private readonly StarBuild build;

    private AuditedBook(CompanyFolder company, BookReader view, StarBuild build)
    {
        this.company = company;
        this.view = view;
        this.build = build;
    }

    /// <summary>The company is the audited book's from here on.</summary>
    internal static async Task<AuditedBook> BuildAsync(CompanyFolder company)
    {
        var view = await company.Book.ReadAsync(default);
        var build = await StarBuild.StartAsync(company.Star, new(), TimeProvider.System, default);
        var extraction = new Extraction(view, build.Session, 0, view.Seq);
        foreach (var table in Extraction.Tables)
        {
            await extraction.StageAsync(table, _ => { }, default);
        }

        await StarLoad.StageAsync(build.Session, CompanyCalendar.Statutory, default);
        await Audits.StageAsync(build.Session, null, default);
        await LoadAsync(build.Session);
        return new AuditedBook(company, view, build);
    }

    public async ValueTask DisposeAsync()
    {
        await build.DisposeAsync();
        await view.DisposeAsync();
        await company.DisposeAsync();
    }

    /// <summary>What all audits find on the star as it was built.</summary>
    internal async Task<List<AuditFinding>> FindingsAsync()
    {
        var findings = new List<AuditFinding>();
        foreach (var audit in Audits.All)
        {
            if (await Audits.RunAsync(audit, build.Session, default) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    /// <summary>What an audit finds on a star made of staging tables that a statement changed.</summary>
    internal Task<AuditFinding?> WithStagingBrokenAsync(string sql, string audit) => BrokenAsync(sql, audit, true);

    /// <summary>What an audit finds on the star after a statement changed it.</summary>
    internal Task<AuditFinding?> WithStarBrokenAsync(string sql, string audit) => BrokenAsync(sql, audit, false);

    private async Task<AuditFinding?> BrokenAsync(string sql, string audit, bool loadsAgain)
    {
        await build.Session.ExecuteAsync("begin", default);
        try
        {
            (await build.Session.ExecuteAsync(sql, default)).Should().BePositive("the break must break something");
            if (loadsAgain)
            {
                foreach (var load in StarLoad.All)
                {
                    await build.Session.ExecuteAsync($"delete from {load.Name}", default);
                }

                await LoadAsync(build.Session);
            }

            return await Audits.RunAsync(Audits.All.Single(one => one.Name == audit), build.Session, default);
        }
        finally
        {
            await build.Session.ExecuteAsync("rollback", default);
        }
    }

    private static async Task LoadAsync(StarSession session)
    {
        foreach (var load in StarLoad.All)
        {
            await StarLoad.RunAsync(load, session, 0, new(2026, 1, 1), default);
        }
    }
}
