using System.Diagnostics;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Poster;

// Posts sales to the book named by the first argument, each under a number that begins with the second, until it is
// killed; says the number of each on a line of its own after the Journal has answered. What was said must be in the
// book whatever happens next. Four callers, or one where a third and a fourth argument ask it to kill itself: at the
// step of the Journal so named, the time it comes to it that often. Where the second argument is "clash", the third and
// fourth say which callers of which Clash it is instead, and it begins when the file named by the fifth is there.
#pragma warning disable RS0030 // The lines are for the process that kills this one.
await using var book = await Book.OpenAsync(args[0], BusinessDay.Shanghai, default);
await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
var run = args[1];
if (run == "clash")
{
    await ClashAsync();
    return;
}

await journal.PostAsync(
    [
        new CategoryMaster("A", "药品"),
        new ItemMaster("I", "感冒灵颗粒", "A"),
        new StoreMaster("S", "城东店") { MayGoNegative = true },
    ],
    default);
if (args.Length > 2)
{
    var left = int.Parse(args[3], CultureInfo.InvariantCulture);
    journal.AtStep = step =>
    {
        if (step == args[2] && --left == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    };
}

await Task.WhenAll(Enumerable.Range(0, args.Length > 2 ? 1 : 4).Select(async caller =>
{
    for (var n = 0; ; n++)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{run}-{caller}-{n}");
        var line = new DocumentLine("I", Qty.Round(1), Money.Round(10));
        var result = await journal.PostAsync(
            new Document(DocumentKind.Sale, number, TimeProvider.System.GetUtcNow())
            {
                StoreCode = "S", Lines = [line, line, line],
            },
            default);
        if (result is PostResult.Posted)
        {
            Say(number);
        }
    }
}));

async Task ClashAsync()
{
    Say("ready");
    while (!File.Exists(args[4]))
    {
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, default);
    }

    var first = int.Parse(args[2], CultureInfo.InvariantCulture);
    await new Clash(int.Parse(args[3], CultureInfo.InvariantCulture)).HandInAsync(
        Enumerable.Range(first, Clash.Callers / 2), _ => journal, answer => Say(answer.ToString()),
        TimeSpan.FromMilliseconds(40));
}

void Say(string line)
{
    lock (book)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
