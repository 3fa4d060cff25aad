using System.CommandLine;
using System.Globalization;
using Analytics.Host;
using Analytics.Host.Commands;
using Analytics.Star;

Terminal.UseUtf8();
CultureInfo.CurrentUICulture = Texts.Culture;
CultureInfo.CurrentCulture = Texts.Culture;

var data = new Option<string>("--data")
{
    Description = Texts.Say("option.data"),
    DefaultValueFactory = _ => "./data",
    HelpName = "FOLDER",
    Recursive = true,
};
var root = new RootCommand(Texts.Say("root"))
{
    data,
    DemoCommand.Create(data),
    ImportCommand.Create(data),
    SnapshotCommand.Create(data),
    ReportCommand.Create(data),
    GenerationCommand.Create(data),
    VerifyCommand.Create(data),
    ServeCommand.Create(data),
    BenchCommand.Create(data),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Terminal.Error(error.Message);
    }

    return Exit.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,

        // Ctrl-C and SIGTERM cancel the token; what is being committed is committed first.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    });
}
catch (OperationCanceledException)
{
    Terminal.Error(Texts.Say("cancelled"));
    return Exit.Refused;
}
catch (Exception fault) when (fault is IOException or InvalidDataException or StarException
    or UnauthorizedAccessException or System.Data.Common.DbException)
{
    // The edge: what the disk, a file or another process did to us is one line; a bug is a crash.
    Terminal.Error(Texts.Say("fault", fault.Message));
    return Exit.Refused;
}
