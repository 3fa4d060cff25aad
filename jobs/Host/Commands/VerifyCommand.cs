using System.CommandLine;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Heads;
using Analytics.Ledger.Verify;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary><c>analytics verify</c>: the chain and the state, then the served generation against the book.</summary>
internal static class VerifyCommand
{
    public static Command Create(Option<string> data)
    {
        var head = new Option<string[]>("--head")
        {
            Description = Texts.Say("verify.head"), HelpName = "FILE|SEQ:HASH",
        };
        var key = new Option<string[]>("--public-key") { Description = Texts.Say("verify.key"), HelpName = "FILE" };
        var export = new Option<string?>("--export") { Description = Texts.Say("verify.export"), HelpName = "FILE" };
        var command = new Command("verify", Texts.Say("verify")) { head, key, export };
        command.SetAction(async (parsed, ct) =>
        {
            using var heads = ShownHeads.Read(parsed.GetValue(head) ?? [], parsed.GetValue(key) ?? []);
            return heads is null
                ? Exit.Usage
                : await RunAsync(new DataFolder(parsed.GetValue(data)!), heads, parsed.GetValue(export), ct);
        });
        return command;
    }

    /// <summary>How far a verification is, in a line.</summary>
    public static string Say(VerifyProgress at) => at.Step switch
    {
        VerifyStep.Entries => Texts.Say("verify.walked", Show.Count(at.Done), Show.Count(at.Total)),
        VerifyStep.Costs => Texts.Say("verify.costed", Show.Count(at.Done), Show.Count(at.Total)),
        _ => Texts.Say("verify.checked", at.Done, at.Total, at.Check),
    };

    private static async Task<int> RunAsync(
        DataFolder folder, ShownHeads heads, string? export, CancellationToken ct)
    {
        if (export is not null && OutputFile.WhyNot(export) is { } why)
        {
            Terminal.Error(why);
            return Exit.Refused;
        }

        await using var book = await folder.OpenExistingBookAsync(ct);
        if (book is null)
        {
            return Exit.Refused;
        }

        var record = await VerifyBookAsync(folder, book, heads, ct);
        var starFindings = await ReconcileAsync(folder, book, ct);
        record = record with
        {
            FindingCount = record.FindingCount + starFindings.Count,
            Findings = [.. record.Findings, .. starFindings],
        };
        if (export is not null)
        {
            using var key = HeadKey.OpenOrCreate(folder.HeadKeyPath);
            await HeadCommand.WriteAsync(export, record.SignedBy(key).ToText() + "\n", ct);
        }

        return record.FindingCount == 0 ? Exit.Done : Exit.Refused;
    }

    private static async Task<VerificationRecord> VerifyBookAsync(
        DataFolder folder, Book book, ShownHeads heads, CancellationToken ct)
    {
        heads.Add(folder);
        var progress = new SayProgress<VerifyProgress>(Say);
        var report = await BookVerifier.VerifyAsync(book, heads.All, progress, ct);
        var against = heads.Against(report.BookId);
        var findings = against.Concat(report.Findings).Select(VerificationRecord.Line).ToList();
        findings.ForEach(Terminal.Error);
        if (report.ErasedParties > 0)
        {
            Terminal.Say(Texts.Say("verify.erased", report.ErasedParties));
        }

        var count = report.FindingCount + against.Count;
        var proven = count > 0 ? 0 : heads.Outside.Select(head => head.Seq).DefaultIfEmpty().Max();
        if (count > 0)
        {
            Terminal.Say(Texts.Say("verify.found", count));
        }
        else
        {
            Terminal.Say(Texts.Say("verify.whole", report.Seq, Show.Count(report.Rows), report.Hash));
            SayProven(report.Seq, proven, heads);
        }

        return new VerificationRecord(
            report.BookId, report.Seq, report.Hash, report.Rows, report.ErasedParties, proven,
            [.. heads.Outside.Select(Line)], heads.InFolder, count, findings, Now(), "", "");
    }

    /// <summary>Up to where the book is proven, and what nobody can know from the folder alone.</summary>
    private static void SayProven(long last, long proven, ShownHeads heads)
    {
        if (heads.InFolder > 0)
        {
            Terminal.Say(Texts.Say("verify.in_folder", heads.InFolder));
        }

        if (proven > 0)
        {
            Terminal.Say(Texts.Say("verify.proven", proven, heads.Outside.Count));
        }

        if (proven < last)
        {
            Terminal.Say(Texts.Say("verify.unproven", proven + 1, last));
        }
    }

    private static string Line(HeldHead head) => string.Create(
        CultureInfo.InvariantCulture, $"{Path.GetFileName(head.From)}: {head.Seq}:{head.Hash}");

    private static DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(
        TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

    private static async Task<IReadOnlyList<string>> ReconcileAsync(
        DataFolder folder, Book book, CancellationToken ct)
    {
        if (await Reconcile.RunAsync(book, folder.Star, new StarSessionOptions(), ct) is not { } reconciled)
        {
            return [];
        }

        var findings = reconciled.Findings.Select(finding => finding.ToString()).ToList();
        findings.ForEach(Terminal.Error);
        if (findings.Count == 0)
        {
            Terminal.Say(Texts.Say("verify.agrees", reconciled.Manifest.Generation));
        }

        return findings;
    }
}
