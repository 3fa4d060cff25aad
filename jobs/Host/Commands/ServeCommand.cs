using System.CommandLine;
using System.Security.Cryptography;
using Analytics.Dashboard;
using Analytics.Dashboard.Access;
using Analytics.Host.Schedule;
using Analytics.Star;
using Analytics.Workspace;

namespace Analytics.Host.Commands;

/// <summary><c>analytics serve</c>.</summary>
internal static class ServeCommand
{
    private const string Owner = "owner";

    public static Command Create(Option<string> data)
    {
        var urls = UrlsOption.Create();
        var command = new Command("serve", Texts.Say("serve")) { urls };
        command.SetAction((parsed, ct) => RunAsync(
            new DataFolder(parsed.GetValue(data)!), parsed.GetValue(urls)!, isDemo: false, ready: null, ct));
        return command;
    }

    /// <param name="folder">Its book need not exist; the pages then say what to do.</param>
    /// <param name="urls">Separated by semicolons.</param>
    /// <param name="isDemo">Gives the owner a new password, so that the demo can always be signed in to.</param>
    /// <param name="ready">Called once the pages are served; may be null.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<int> RunAsync(
        DataFolder folder, string urls, bool isDemo, Action? ready, CancellationToken ct)
    {
        if (!UrlsOption.CanListen(urls))
        {
            return Exit.Refused;
        }

        var catalog = ReportCommand.LoadCatalog(folder);
        // Before anything is served: settings that cannot be understood are refused.
        var (snapshots, inbox, loyalty) = (folder.SnapshotTimes, folder.InboxTimes, folder.LoyaltyTimes);
        await using var workspace = await folder.OpenWorkspaceAsync(ct);
        await using var readers = new StarReaders(folder.Star, new StarReadersOptions());
        // Opened when the API is first asked for it, so that a folder without a book can be served.
        await using var ledger = new LedgerDoor(folder.FindBookAsync, folder.OpenBookAsync, TimeProvider.System);
        await using var app = DashboardHost.Create(new DashboardOptions
        {
            Folder = folder.Star,
            Readers = readers,
            Catalog = catalog,
            Glossary = Glossary.Load(),
            Workspace = workspace,
            KeysFolder = folder.Keys,
            Ledger = ledger,
            Tables = KeptTables.DoorOf(folder),
            Heads = folder.Heads,
            AttachmentsFolder = folder.Attachments,
            TempFolder = folder.Temp,
            TemplatesFolder = folder.Templates,
            Urls = UrlsOption.Split(urls),
            Zone = folder.Day.Zone,
            CompanyName = isDemo ? Texts.Pick("演示公司", "Demo company") : "",
        });
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException fault)
        {
            Terminal.Error(Texts.Say("serve.busy", urls, fault.Message.TrimEnd('.')));
            return Exit.Refused;
        }

        Terminal.Say(Texts.Say("serve.at", string.Join(" ", app.Urls)));
        if (await OwnerPasswordAsync(workspace.Accounts, isDemo, ct) is { } password)
        {
            Terminal.Say(Texts.Say("serve.account", Owner, password));
        }

        Terminal.Say(Texts.Say("serve.stop"));
        ready?.Invoke();
        var taking = new InboxJob(folder, ledger.JournalAsync);
        await UntilCancelledAsync(
            [
                (snapshots, stop => SnapshotJob.RunAsync(folder, stop)),
                (inbox, taking.RunAsync),
                (loyalty, stop => LoyaltyJob.RunAsync(folder, stop)),
            ],
            ct);
        await app.StopAsync(CancellationToken.None);
        return Exit.Done;
    }

    /// <summary>A new owner's password, or the demo owner's new one; null where there are accounts already.</summary>
    private static async Task<string?> OwnerPasswordAsync(Accounts accounts, bool isDemo, CancellationToken ct)
    {
        var known = await accounts.FindAsync(Owner, ct);
        if (known is not null ? !isDemo : (await accounts.ListAsync(ct)).Count > 0)
        {
            return null;
        }

        // Twenty letters and digits without those that look alike: 99 bits.
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
        if (known is not null)
        {
            await accounts.ChangePasswordAsync(known.AccountId, Passwords.Hash(password), ct);
        }
        else
        {
            await accounts.CreateAsync(new NewAccount(Owner, Passwords.Hash(password), Role.Owner), ct);
        }

        return password;
    }

    /// <summary>Runs jobs when their time comes, each kind one at a time; a bug in one ends the serving.</summary>
    private static async Task UntilCancelledAsync(
        IReadOnlyList<(Timetable Times, Func<CancellationToken, Task> Job)> jobs, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = jobs
            .Select(one => new Scheduler(one.Times, TimeProvider.System).RunAsync(one.Job, stop.Token))
            .Append(Task.Delay(Timeout.InfiniteTimeSpan, stop.Token))
            .ToList();
        try
        {
            await foreach (var ended in Task.WhenEach(running))
            {
                await ended;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The usual end.
        }
        finally
        {
            // Nothing that posts may go on when the book is closed.
            await stop.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
