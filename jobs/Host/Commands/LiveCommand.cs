using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard;
using Analytics.Workspace;

namespace Analytics.Host.Commands;

/// <summary><c>analytics live create | list | revoke</c>: addresses that spreadsheets refresh saved questions from.
/// </summary>
internal static class LiveCommand
{
    public static Command Create(Option<string> data) => new("live", Texts.Say("live"))
    {
        Make(data),
        List(data),
        Revoke(data),
    };

    private static Command Make(Option<string> data)
    {
        var name = new Argument<string>("NAME") { Description = Texts.Say("config.name") };
        var owner = new Option<string>("--owner")
        {
            Description = Texts.Say("live.owner"), HelpName = "ACCOUNT", Required = true,
        };
        var expires = new Option<string?>("--expires") { Description = Texts.Say("token.expires"), HelpName = "DATE" };
        var command = new Command("create", Texts.Say("live.create")) { name, owner, expires };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (!TokenCommand.IsLastDay(parsed.GetValue(expires), folder, out var expiresAt))
            {
                return Exit.Usage;
            }

            await using var workspace = await ConfigCommand.OpenAsync(folder, ct);
            return workspace is null
                ? Exit.Refused
                : await MakeAsync(workspace, parsed.GetValue(name)!, parsed.GetValue(owner)!, expiresAt, ct);
        });
        return command;
    }

    private static async Task<int> MakeAsync(
        WorkspaceDb workspace, string name, string owner, DateTimeOffset? expiresAt, CancellationToken ct)
    {
        if (await workspace.Accounts.FindAsync(owner, ct) is not { IsActive: true } account)
        {
            Terminal.Error(Texts.Say("live.no_account", owner));
            return Exit.Refused;
        }

        if (await workspace.LiveSources.CreateAsync(name, account.Name, expiresAt, ct) is not var (source, secret))
        {
            Terminal.Error(Texts.Say("live.none_for", name, account.Name));
            return Exit.Refused;
        }

        Terminal.Error(Texts.Say("live.made", source.LiveId, source.Config, source.Owner));
        foreach (var path in LivePaths.Of(secret, source.Config))
        {
            Terminal.Say(path);
        }

        return Exit.Done;
    }

    private static Command List(Option<string> data)
    {
        var command = new Command("list", Texts.Say("live.list"));
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            await using var workspace = await ConfigCommand.OpenAsync(folder, ct);
            if (workspace is null)
            {
                return Exit.Refused;
            }

            foreach (var source in await workspace.LiveSources.ListAsync(ct))
            {
                Terminal.Say(string.Join("  ", [
                    source.LiveId.ToString(CultureInfo.InvariantCulture), source.Config, source.Owner,
                    .. TokenCommand.Moments(
                        folder, source.CreatedAt, source.ExpiresAt, source.RevokedAt, source.LastUsedAt),
                ]));
            }

            return Exit.Done;
        });
        return command;
    }

    private static Command Revoke(Option<string> data)
    {
        var id = new Argument<long>("ID") { Description = Texts.Say("live.id") };
        var command = new Command("revoke", Texts.Say("live.revoke")) { id };
        command.SetAction(async (parsed, ct) =>
        {
            await using var workspace = await ConfigCommand.OpenAsync(new DataFolder(parsed.GetValue(data)!), ct);
            if (workspace is null)
            {
                return Exit.Refused;
            }

            var number = parsed.GetValue(id);
            if (!await workspace.LiveSources.RevokeAsync(number, ConfigCommand.Operator, isOperator: true, ct))
            {
                Terminal.Error(Texts.Say("live.none", number));
                return Exit.Refused;
            }

            Terminal.Say(Texts.Say("live.revoked", number));
            return Exit.Done;
        });
        return command;
    }
}
