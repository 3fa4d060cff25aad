using System.CommandLine;

namespace Analytics.Host.Commands;

/// <summary><c>analytics invoices uninvoiced | match</c>.</summary>
internal static class InvoicesCommand
{
    public static Command Create(Option<string> data) => new("invoices", Texts.Say("invoices"))
    {
        ListingCommand.Create("uninvoiced", "uninvoiced", data),
        ListingCommand.Create("match", "three_way_match", data),
    };
}
