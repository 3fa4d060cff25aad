using System.CommandLine;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Verify;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics verify</c>: the chain and the state, then the served generation against the book.</summary>
internal static class VerifyCommand
{
    public static Command Create(Option<string> data)
    {
        var head = new Option<string[]>("--head") { Description = Texts.Say("verify.head"), HelpName = "SEQ:HASH" };
        var command = new Command("verify", Texts.Say("verify")) { head };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = new DataFolder(parsed.GetValue(data)!);
            var heads = new List<(long Seq, string Hash)>();
            foreach (var text in parsed.GetValue(head) ?? [])
            {
                if (text.Split(':') is not [var seq, var hash]
                    || !long.TryParse(seq, CultureInfo.InvariantCulture, out var number))
                {
                    Terminal.Error(Texts.Say("verify.head_form", text));
                    return Exit.Usage;
                }

                heads.Add((number, hash.ToLowerInvariant()));
            }

            await using var book = await folder.OpenExistingBookAsync(ct);
            if (book is null)
            {
                return Exit.Refused;
            }

            var isWhole = await VerifyBookAsync(folder, book, heads, ct);
            var agrees = await ReconcileAsync(folder, book, ct);
            return isWhole && agrees ? Exit.Done : Exit.Refused;
        });
        return command;
    }

    private static async Task<bool> VerifyBookAsync(
        DataFolder folder, Book book, List<(long Seq, string Hash)> heads, CancellationToken ct)
    {
        // Each manifest holds the head its generation stood on: they are heads outside the book too.
        heads.AddRange(folder.Star.List().Select(manifest => (manifest.Seq, manifest.LedgerHash)));
        var progress = new SayProgress<long>(seq => Texts.Say("verify.walked", Show.Count(seq)));
        var report = await BookVerifier.VerifyAsync(book, heads, progress, ct);
        foreach (var finding in report.Findings)
        {
            Terminal.Error($"{finding.Check} {finding.Seq}: {finding.What}");
        }

        if (report.ErasedParties > 0)
        {
            Terminal.Say(Texts.Say("verify.erased", report.ErasedParties));
        }

        Terminal.Say(report.FindingCount > 0
            ? Texts.Say("verify.found", report.FindingCount)
            : Texts.Say("verify.whole", report.Seq, Show.Count(report.Rows), report.Hash, report.HeadsCompared));
        return report.FindingCount == 0;
    }

    private static async Task<bool> ReconcileAsync(DataFolder folder, Book book, CancellationToken ct)
    {
        if (await Reconcile.RunAsync(book, folder.Star, new StarSessionOptions(), ct) is not { } reconciled)
        {
            return true;
        }

        foreach (var finding in reconciled.Findings)
        {
            Terminal.Error(finding.ToString());
        }

        if (reconciled.Findings.Count == 0)
        {
            Terminal.Say(Texts.Say("verify.agrees", reconciled.Manifest.Generation));
        }

        return reconciled.Findings.Count == 0;
    }
}
