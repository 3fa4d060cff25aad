using System.CommandLine;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics generation copy</c>: what is served under the fixed name of the settings, now.</summary>
internal static class GenerationCopyCommand
{
    public static Command Create(Option<string> data)
    {
        var command = new Command("copy", Texts.Say("generation.copy"));
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            if (folder.Star.Current() is not { } manifest)
            {
                Terminal.Error(Texts.Say("generation.none"));
                return Exit.Refused;
            }

            if (folder.StarCopy is not { } path)
            {
                Terminal.Error(Texts.Say("generation.copy_unset", folder.FullPath));
                return Exit.Refused;
            }

            await StarCopy.WriteAsync(folder.Star, manifest, path, new StarSessionOptions(), ct);
            Terminal.Say(Texts.Say("generation.copied", manifest.Generation, path));
            return Exit.Done;
        });
        return command;
    }
}
