using System.CommandLine;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.MonthEnd;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Commands;

/// <summary><c>analytics month-end check | close | list</c>.</summary>
internal static class MonthEndCommand
{
    public static Command Create(Option<string> data) => new("month-end", Texts.Say("month_end"))
    {
        ListingCommand.Create("check", "month_end_checklist", data),
        Close(data),
        ListingCommand.Create("list", "periods", data),
    };

    private static Command Close(Option<string> data)
    {
        var month = new Argument<string>("MONTH") { Description = Texts.Say("month_end.month") };
        var command = new Command("close", Texts.Say("month_end.close")) { month };
        command.SetAction((parsed, ct) => CloseAsync(
            new DataFolder(parsed.GetValue(data)!), parsed.GetValue(month)!, ct));
        return command;
    }

    private static async Task<int> CloseAsync(DataFolder folder, string month, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(
            month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            Terminal.Error(Texts.Say("month_end.month_form", month));
            return Exit.Usage;
        }

        await using var book = await folder.OpenExistingBookAsync(ct);
        if (book is null)
        {
            return Exit.Refused;
        }

        var last = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
        PostResult result;
        await using (var journal = await Journal.OpenAsync(book, TimeProvider.System, ct))
        {
            result = await journal.PostAsync(new PeriodClose(last) { Actor = Environment.UserName }, ct);
        }

        switch (result)
        {
            case PostResult.Refused refused:
                Terminal.Error(Texts.Pick(refused.Refusal.Chinese, refused.Refusal.English));
                return Exit.Refused;
            case PostResult.AlreadyThere:
                Terminal.Say(Texts.Say("month_end.closed_before", Show.Date(last)));
                return Exit.Done;
            default:
                Terminal.Say(Texts.Say("month_end.closed", Show.Date(last)));
                await RemindAsync(book, first, last, ct);
                return Exit.Done;
        }
    }

    /// <summary>What the checklist finds does not keep a month from closing, and is said.</summary>
    private static async Task RemindAsync(Book book, DateOnly first, DateOnly last, CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        var points = await new Checklist(view).ReadAsync(first, last, ct);
        foreach (var point in points.Where(point => point.Count > 0))
        {
            Terminal.Error(Texts.Say(
                "month_end.found", Texts.Pick(point.Chinese, point.English), Show.Count(point.Count)));
        }
    }
}
