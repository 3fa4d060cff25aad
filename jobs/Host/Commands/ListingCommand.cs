using System.CommandLine;
using Analytics.Dashboard.Listings;
using Analytics.Ledger;
using Analytics.Ledger.Listings;
using Analytics.Reports.Export;

namespace Analytics.Host.Commands;

/// <summary>A verb that answers a listing of the book: what it must be asked with are its arguments, the rest its
/// options.</summary>
internal static class ListingCommand
{
    /// <param name="verb">Its name.</param>
    /// <param name="name">The listing's.</param>
    /// <param name="data">The folder of the book.</param>
    public static Command Create(string verb, string name, Option<string> data)
    {
        var listing = BookListings.Of(name);
        var command = new Command(verb, Texts.Say("listing." + name));
        var read = new List<(string Parameter, Func<ParseResult, string> Text)>();
        foreach (var parameter in listing.Parameters)
        {
            read.Add((parameter.Name, Add(command, parameter)));
        }

        var format = FormatOption.Create();
        var output = new Option<string?>("--out") { Description = Texts.Say("report.out"), HelpName = "FILE" };
        command.Add(format);
        command.Add(output);
        command.SetAction((parsed, ct) =>
        {
            var path = parsed.GetValue(output);
            return RunAsync(
                new DataFolder(parsed.GetValue(data)!), listing,
                read.ToDictionary(one => one.Parameter, one => one.Text(parsed)),
                (parsed.GetValue(format) ?? FormatOption.Of(path), path), ct);
        });
        return command;
    }

    private static Func<ParseResult, string> Add(Command command, ListingParameter parameter)
    {
        var description = Texts.Pick(parameter.Chinese, parameter.English);
        if (parameter.IsRequired)
        {
            var argument = new Argument<string>(parameter.Name.ToUpperInvariant()) { Description = description };
            command.Add(argument);
            return parsed => parsed.GetValue(argument) ?? "";
        }

        if (parameter.Input == ListingInput.Flag)
        {
            var flag = new Option<bool>(OptionOf(parameter.Name)) { Description = description };
            command.Add(flag);
            return parsed => parsed.GetValue(flag) ? "true" : "";
        }

        var option = new Option<string>(OptionOf(parameter.Name))
        {
            Description = description, HelpName = HelpName(parameter),
        };
        command.Add(option);
        return parsed => parsed.GetValue(option) ?? "";
    }

    private static string HelpName(ListingParameter parameter) =>
        parameter.Choices.Count > 0 ? string.Join('|', parameter.Choices)
        : parameter.Input == ListingInput.Count ? "N"
        : parameter.Input == ListingInput.Text ? parameter.Name.ToUpperInvariant()
        : parameter.Input is ListingInput.Date or ListingInput.Month ? "DATE"
        : "CODE";

    private static string OptionOf(string parameter) =>
        "--" + parameter.Replace('_', '-');

    private static async Task<int> RunAsync(
        DataFolder folder, Listing listing, Dictionary<string, string> texts,
        (ExportFormat Format, string? Path) into, CancellationToken ct)
    {
        if (into.Path is null && ReportFile.IsBinary(into.Format))
        {
            Terminal.Error(Texts.Say("report.needs_out", ReportFile.Extension(into.Format)[1..]));
            return Exit.Usage;
        }

        if (into.Path is not null && OutputFile.WhyNot(into.Path) is { } reason)
        {
            Terminal.Error(reason);
            return Exit.Refused;
        }

        await using var book = await folder.OpenExistingBookAsync(ct);
        if (book is null)
        {
            return Exit.Refused;
        }

        await using var view = await book.ReadAsync(ct);
        var today = book.Day.Of(TimeProvider.System.GetUtcNow()).Date;
        var asker = new ListingAsker(texts, book.Day, today, Texts.Culture.Name == "en");
        return await BookListings.AskAsync(listing, view, asker, ct) switch
        {
            ListingOutcome.Answered answered => await WriteAsync(
                answered.Answer, into, AnswerOutput.Options(folder), book.Day, ct),
            ListingOutcome.Refused refused => Refuse(listing, refused.Faults),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static int Refuse(Listing listing, IReadOnlyList<ListingFault> faults)
    {
        foreach (var fault in faults)
        {
            var isArgument = listing.Parameters.Any(one => one.Name == fault.Parameter && one.IsRequired);
            var place = isArgument ? fault.Parameter.ToUpperInvariant() : OptionOf(fault.Parameter);
            Terminal.Error($"{place}: {Texts.Pick(fault.Chinese, fault.English)}");
        }

        return faults.Any(fault => fault.IsForm) ? Exit.Usage : Exit.Refused;
    }

    private static async Task<int> WriteAsync(
        ListingAnswer answer, (ExportFormat Format, string? Path) into, ExportOptions options, BusinessDay day,
        CancellationToken ct)
    {
        Func<Stream, Task> write;
        if (into.Format is ExportFormat.Json or ExportFormat.Csv)
        {
            write = stream => into.Format == ExportFormat.Json
                ? ListingFile.WriteJsonAsync(answer, stream, ct)
                : ListingFile.WriteCsvAsync(answer, Texts.Culture, stream, ct);
        }
        else if (await ListingFile.HoldAsync(answer, day.Zone, ct) is { } result)
        {
            if (ReportFile.WhyNot(result, into.Format, Texts.Culture) is { } why)
            {
                Terminal.Error(why.In(Texts.Culture));
                return Exit.Refused;
            }

            write = stream => ReportFile.WriteAsync(result, into.Format, options, stream, ct);
        }
        else
        {
            Terminal.Error(Texts.Say("listing.too_many", Show.Count(ListingFile.MostHeld)));
            return Exit.Refused;
        }

        if (into.Path is null)
        {
            await write(Terminal.Output);
        }
        else
        {
            await OutputFile.WriteAsync(into.Path, write);
            Terminal.Error(Texts.Say("report.written", into.Path));
        }

        if (into.Format == ExportFormat.Csv)
        {
            Terminal.Error(Texts.Say("listing.complete_to", answer.Seq, Show.Moment(answer.CompleteTo, day)));
        }

        return Exit.Done;
    }
}
