using System.CommandLine;

namespace Analytics.Host.Commands;

/// <summary><c>analytics accounts</c>: statements, vouchers and open items.</summary>
internal static class AccountsCommand
{
    public static Command Create(Option<string> data) => new("accounts", Texts.Say("accounts"))
    {
        ListingCommand.Create("trial-balance", "trial_balance", data),
        ListingCommand.Create("balance-sheet", "balance_sheet", data),
        ListingCommand.Create("income-statement", "income_statement", data),
        ListingCommand.Create("vouchers", "vouchers", data),
        ListingCommand.Create("open-items", "open_items", data),
    };
}
