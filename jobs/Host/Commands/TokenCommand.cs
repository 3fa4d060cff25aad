using System.CommandLine;
using System.Globalization;
using Analytics.Workspace;

namespace Analytics.Host.Commands;

/// <summary><c>analytics token create | list | revoke</c>: the ways in of other programs.</summary>
internal static class TokenCommand
{
    public static Command Create(Option<string> data) => new("token", Texts.Say("token"))
    {
        Make(data),
        List(data),
        Revoke(data),
    };

    private static Command Make(Option<string> data)
    {
        var name = new Argument<string>("NAME") { Description = Texts.Say("token.name") };
        var scopes = new Option<string[]>("--scope")
        {
            Description = Texts.Say("token.scope", string.Join(", ", TokenScope.All)),
            HelpName = "SCOPE",
            AllowMultipleArgumentsPerToken = true,
        };
        var expires = new Option<string>("--expires") { Description = Texts.Say("token.expires"), HelpName = "DATE" };
        var command = new Command("create", Texts.Say("token.create")) { name, scopes, expires };
        command.SetAction((parsed, ct) => MakeAsync(
            new DataFolder(parsed.GetValue(data)!),
            parsed.GetValue(name)!,
            parsed.GetValue(scopes) ?? [],
            parsed.GetValue(expires),
            ct));
        return command;
    }

    private static async Task<int> MakeAsync(
        DataFolder folder, string name, string[] scopes, string? expires, CancellationToken ct)
    {
        if (!IsLastDay(expires, folder, out var expiresAt))
        {
            return Exit.Usage;
        }

        if (!IsThere(folder))
        {
            return Exit.Refused;
        }

        await using var workspace = await folder.OpenWorkspaceAsync(ct);
        switch (await workspace.Tokens.CreateAsync(name, scopes, expiresAt, ct))
        {
            case TokenResult.Created created:
                Terminal.Error(Texts.Say("token.made", created.Token.Name, string.Join(' ', created.Token.Scopes)));
                Terminal.Say(created.Secret);
                return Exit.Done;
            case TokenResult.NameTaken taken:
                Terminal.Error(Texts.Say("token.taken", taken.Name));
                return Exit.Refused;
            case TokenResult.ScopeInvalid invalid:
                Terminal.Error(Texts.Say("token.scope_form", invalid.Scope, string.Join(", ", TokenScope.All)));
                return Exit.Usage;
            default:
                Terminal.Error(Texts.Say("token.name_form", name));
                return Exit.Usage;
        }
    }

    private static Command List(Option<string> data)
    {
        var command = new Command("list", Texts.Say("token.list"));
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (!IsThere(folder))
            {
                return Exit.Refused;
            }

            await using var workspace = await folder.OpenWorkspaceAsync(ct);
            foreach (var token in await workspace.Tokens.ListAsync(ct))
            {
                Terminal.Say(string.Join("  ", [
                    token.Name,
                    string.Join(' ', token.Scopes),
                    .. Moments(folder, token.CreatedAt, token.ExpiresAt, token.RevokedAt, token.LastUsedAt),
                ]));
            }

            return Exit.Done;
        });
        return command;
    }

    /// <summary>The last day that something is valid, as the moment it ends; false after it was said that it is no
    /// date.</summary>
    public static bool IsLastDay(string? day, DataFolder folder, out DateTimeOffset? expiresAt)
    {
        expiresAt = null;
        if (day is null)
        {
            return true;
        }

        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || last.Year is < 2000 or > 2100)
        {
            Terminal.Error(Texts.Say("token.expires_form", day));
            return false;
        }

        expiresAt = folder.Day.At(last.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return true;
    }

    /// <summary>When it was made, expires, was revoked and last used, those that are.</summary>
    public static IEnumerable<string> Moments(
        DataFolder folder, DateTimeOffset createdAt, params ReadOnlySpan<DateTimeOffset?> others)
    {
        (string Key, DateTimeOffset? At)[] moments =
        [
            ("token.created_at", createdAt),
            ("token.expires_at", others[0]),
            ("token.revoked_at", others[1]),
            ("token.used_at", others[2]),
        ];
        return moments.Where(moment => moment.At is not null)
            .Select(moment => Texts.Say(moment.Key, Show.Moment(moment.At!.Value, folder.Day)));
    }

    private static Command Revoke(Option<string> data)
    {
        var name = new Argument<string>("NAME") { Description = Texts.Say("token.name") };
        var command = new Command("revoke", Texts.Say("token.revoke")) { name };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (!IsThere(folder))
            {
                return Exit.Refused;
            }

            await using var workspace = await folder.OpenWorkspaceAsync(ct);
            if (!await workspace.Tokens.RevokeAsync(parsed.GetValue(name)!, ct))
            {
                Terminal.Error(Texts.Say("token.none", parsed.GetValue(name)));
                return Exit.Refused;
            }

            Terminal.Say(Texts.Say("token.revoked", parsed.GetValue(name)));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>A mistyped folder makes no company.</summary>
    private static bool IsThere(DataFolder folder)
    {
        if (Directory.Exists(folder.FullPath))
        {
            return true;
        }

        Terminal.Error(Texts.Say("token.no_folder", folder.FullPath));
        return false;
    }
}
