using Analytics.Reports;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary>Asks the served star and writes the answer to the screen or a file.</summary>
internal static class AnswerOutput
{
    public static async Task<int> WriteAsync(
        DataFolder folder,
        Func<ReportRunner, CancellationToken, Task<ReportOutcome>> ask,
        (ExportFormat Format, string? Path) into,
        CancellationToken ct)
    {
        var (format, path) = into;
        if (ReportFile.IsBinary(format) && path is null)
        {
            Terminal.Error(Texts.Say("report.needs_out", ReportFile.Extension(format)[1..]));
            return Exit.Usage;
        }

        if (path is not null && OutputFile.WhyNot(path) is { } reason)
        {
            Terminal.Error(reason);
            return Exit.Refused;
        }

        if (!Directory.Exists(folder.FullPath))
        {
            Terminal.Error(Texts.Say("no_book", folder.FullPath));
            return Exit.Refused;
        }

        await using var readers = new StarReaders(
            folder.Star, new StarReadersOptions { WarmUp = false });
        var runner = new ReportRunner(
            readers, Catalog.Load([folder.OwnCatalog]), Glossary.Load(), TimeProvider.System, folder.Day.Zone);
        var outcome = await ask(runner, ct);
        if (outcome is ReportOutcome.Refused refused)
        {
            SayRefused(refused.Lines);
            return refused.Lines.Any(line => line.Where == "definition") ? Exit.Usage : Exit.Refused;
        }

        var result = ((ReportOutcome.Answer)outcome).Result;
        if (ReportFile.WhyNot(result, format, Texts.Culture) is { } why)
        {
            Terminal.Error(why.In(Texts.Culture));
            return Exit.Refused;
        }

        var options = new ExportOptions(Texts.Culture, folder.Temp);
        if (path is null)
        {
            await ReportFile.WriteAsync(result, format, options, Terminal.Output, ct);
            return Exit.Done;
        }

        await OutputFile.WriteAsync(path, stream => ReportFile.WriteAsync(result, format, options, stream, ct));
        Terminal.Error(Texts.Say("report.written", path));
        return Exit.Done;
    }

    public static void SayRefused(IEnumerable<ReportRefusal> lines)
    {
        foreach (var line in lines)
        {
            var message = line.Message.In(Texts.Culture);
            var isNamed = message.Contains(line.Where, StringComparison.Ordinal);
            Terminal.Error(isNamed ? message : $"{line.Where}: {message}");
        }
    }
}
