using System.CommandLine;
using System.Text;
using Analytics.Ledger.Heads;

namespace Analytics.Host.Commands;

/// <summary><c>analytics head</c>: the end of the chain, signed, to be kept elsewhere.</summary>
internal static class HeadCommand
{
    public static Command Create(Option<string> data)
    {
        var output = new Option<string?>("--out") { Description = Texts.Say("head.out"), HelpName = "FILE" };
        var key = new Option<string?>("--export-key") { Description = Texts.Say("head.key"), HelpName = "FILE" };
        var command = new Command("head", Texts.Say("head")) { output, key };
        command.SetAction((parsed, ct) => RunAsync(
            new DataFolder(parsed.GetValue(data)!), parsed.GetValue(output), parsed.GetValue(key), ct));
        return command;
    }

    /// <summary>Writes a text that leaves the folder, and says where.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken ct)
    {
        await OutputFile.WriteAsync(path, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct));
        Terminal.Say(Texts.Say("report.written", path));
    }

    private static async Task<int> RunAsync(DataFolder folder, string? output, string? key, CancellationToken ct)
    {
        string?[] files = [output, key];
        if (files.OfType<string>().Select(OutputFile.WhyNot).FirstOrDefault(line => line is not null) is { } why)
        {
            Terminal.Error(why);
            return Exit.Refused;
        }

        await using var book = await folder.OpenExistingBookAsync(ct);
        if (book is null)
        {
            return Exit.Refused;
        }

        await using var view = await book.ReadAsync(ct);
        if (folder.Heads.Sign(view) is not { } head)
        {
            Terminal.Error(Texts.Say("head.empty"));
            return Exit.Refused;
        }

        if (key is not null)
        {
            using var pair = HeadKey.OpenPublic(folder.HeadKeyPath);
            await WriteAsync(key, pair.PublicPem, ct);
        }

        if (output is null)
        {
            Terminal.Say(head.ToText());
            return Exit.Done;
        }

        await WriteAsync(output, head.ToText() + "\n", ct);
        return Exit.Done;
    }
}
