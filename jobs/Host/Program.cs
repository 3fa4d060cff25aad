using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Analytics.Host;
using Analytics.Host.Commands;

Terminal.UseUtf8();
CultureInfo.CurrentUICulture = Texts.Culture;
CultureInfo.CurrentCulture = Texts.Culture;

var data = DataOption.Create();
var root = new RootCommand(Texts.Say("root"))
{
    data,
    DemoCommand.Create(data),
    ImportCommand.Create(data),
    InboxCommand.Create(data),
    TableCommand.Create(data),
    SnapshotCommand.Create(data),
    LoyaltyCommand.Create(data),
    ReportCommand.Create(data),
    ExploreCommand.Create(data),
    ConfigCommand.Create(data),
    GenerationCommand.Create(data),
    LineageCommand.Create(),
    AccountsCommand.Create(data),
    MonthEndCommand.Create(data),
    InvoicesCommand.Create(data),
    PricesCommand.Create(data),
    VerifyCommand.Create(data),
    HeadCommand.Create(data),
    ServeCommand.Create(data),
    TokenCommand.Create(data),
    LiveCommand.Create(data),
    BenchCommand.Create(data),
};
foreach (var option in root.Options)
{
    if (option is HelpOption help)
    {
        help.Description = Texts.Say("option.help");
    }
    else if (option is VersionOption)
    {
        option.Description = Texts.Say("option.version");
    }
}

var parsed = root.Parse(args);
if (HelpText.IsAskedFor(parsed))
{
    HelpText.Say(parsed.CommandResult);
    return Exit.Done;
}

if (parsed.Errors.Count > 0)
{
    return Usage.Say(parsed);
}

using var stop = new Stop();
try
{
    return await parsed.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
        stop.Token);
}
catch (OperationCanceledException)
{
    Terminal.Error(Texts.Say("cancelled"));
    return Exit.Refused;
}
catch (Exception fault) when (Fault.IsOne(fault))
{
    // The edge: what the disk, a file or another process did to us is one line; a bug is a crash.
    Terminal.Error(Fault.Line(fault, new DataFolder(parsed.GetValue(data)!)));
    return Exit.Refused;
}
