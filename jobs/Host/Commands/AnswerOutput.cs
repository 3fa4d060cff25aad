using Analytics.Reports;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Host.Commands;

/// <summary>Asks the served star and writes the answer to the screen or a file.</summary>
internal static class AnswerOutput
{
    public static async Task<int> WriteAsync(
        DataFolder folder,
        Func<ReportRunner, Func<ReportStream, CancellationToken, Task>?, CancellationToken, Task<ReportOutcome>> ask,
        AnswerFile into,
        CancellationToken ct)
    {
        var (format, path) = (into.Format, into.Path);
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
        var options = Options(folder) with
        {
            Paper = into.Paper,
            Template = format == ExportFormat.Xlsx ? into.Template ?? TemplateFolder.Find(folder.Templates, into.Report)
                : null,
        };
        if (options.Template is { } template && !File.Exists(template))
        {
            Terminal.Error(Texts.Say("report.no_template", template));
            return Exit.Refused;
        }

        // A template is filled with rows that are held.
        Func<ReportStream, CancellationToken, Task>? write = ReportFile.IsStreamed(format) && options.Template is null
            ? (stream, stop) => ToAsync(path, target => ReportFile.WriteAsync(stream, format, options, target, stop))
            : null;
        var outcome = await ask(runner, write, ct);
        if (outcome is ReportOutcome.Refused refused)
        {
            SayRefused(refused.Lines);
            return refused.Lines.Any(line => line.Where == "definition") ? Exit.Usage : Exit.Refused;
        }

        if (outcome is ReportOutcome.Answer { Result: var result })
        {
            if (ReportFile.WhyNot(result, format, options) is { } why)
            {
                Terminal.Error(why.In(Texts.Culture));
                return Exit.Refused;
            }

            await ToAsync(path, target => ReportFile.WriteAsync(result, format, options, target, ct));
        }

        if (path is not null)
        {
            Terminal.Error(Texts.Say("report.written", path));
        }

        return Exit.Done;
    }

    /// <summary>Printed now, by whoever the system says works here.</summary>
    public static ExportOptions Options(DataFolder folder) => new(Texts.Culture, folder.Temp)
    {
        PrintedAt = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), folder.Day.Zone),
        PrintedBy = Environment.UserName,
    };

    private static Task ToAsync(string? path, Func<Stream, Task> write) =>
        path is null ? write(Terminal.Output) : OutputFile.WriteAsync(path, write);

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
