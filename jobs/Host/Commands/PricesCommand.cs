using System.CommandLine;

namespace Analytics.Host.Commands;

/// <summary><c>analytics prices history | last | propose</c>.</summary>
internal static class PricesCommand
{
    public static Command Create(Option<string> data) => new("prices", Texts.Say("prices"))
    {
        ListingCommand.Create("history", "purchase_prices", data),
        ListingCommand.Create("last", "last_purchase_prices", data),
        ListingCommand.Create("propose", "proposed_price", data),
    };
}
