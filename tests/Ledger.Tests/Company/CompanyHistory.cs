using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using Analytics.Ledger.Tests.Stock;

namespace Analytics.Ledger.Tests.Company;

/// <summary>A company at random: goods, money and trade together, over all kinds of document, with reversals.</summary>
internal sealed class CompanyHistory(Random random)
{
    private readonly StockHistory stock = new(random, isPlain: false);
    private readonly MoneyHistory money = new(random);
    private readonly TradeHistory trade = new(random);
    private readonly List<Document> accepted = [];
    private int count;

    /// <summary>The kinds that were taken at least once.</summary>
    public HashSet<DocumentKind> Taken { get; } = [];

    public static IReadOnlyList<Submission> Masters =>
    [
        .. StockBook.Masters,
        .. MoneyHistory.Masters,
        new StoreMaster(TradeHistory.Counter, "专柜") { Kind = StoreKind.Counter, MayGoNegative = true },
        new ItemMaster(TradeHistory.Token, "瓶盖", "A1"),
        new MemberLevelMaster("SILVER", "银卡") { Rank = 1, PointsRate = 1 },
        new MemberLevelMaster("GOLD", "金卡") { Rank = 2, PointsRate = 2 },
    ];

    public async Task StepAsync(TestBook book)
    {
        if (random.Next(12) == 0 && accepted.Count > 0)
        {
            await BackAsync(book);
            return;
        }

        var which = random.Next(10);
        var document = which < 3 ? stock.Next() : which < 5 ? money.Next() : trade.Next();
        if (await book.PostAsync(document) is not PostResult.Posted)
        {
            return;
        }

        accepted.Add(document);
        Taken.Add(document.Kind);

        // What they know serves to make up what comes next; it need not be all.
        _ = which switch
        {
            < 3 => stock.Naive.Post(document),
            < 5 => money.Naive.Post(document),
            _ => true,
        };
        trade.Took(document);
    }

    private async Task BackAsync(TestBook book)
    {
        var document = accepted[random.Next(accepted.Count)];
        var key = $"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}";
        var later = random.Next(3) == 0 ? document.BusinessAt.AddDays(random.Next(1, 9)) : (DateTimeOffset?)null;
        var result = await book.PostAsync(new Reversal(key, $"R{++count}") { BusinessAt = later });
        if (result is PostResult.Posted)
        {
            accepted.Remove(document);
            trade.TookBack(document);
        }
    }

    /// <summary>Whether the book adds up in every way it can be added up: each question must be answered with 0.
    /// </summary>
    public static readonly IReadOnlyList<string> Sums =
    [
        "select coalesce(sum(amount), 0) from state_balance",
        "select coalesce((select sum(value) from state_pool), 0) - coalesce((select sum(amount) from state_balance "
            + "where account = '1405'), 0)",
        "select coalesce(sum(value), 0) - coalesce((select sum(value) from state_pool), 0) from stock_movement",
        "select coalesce(sum(qty), 0) - coalesce((select sum(qty) from state_pool), 0) from stock_movement",
        "select count(*) from (select account, party_id, amount from state_balance where substr(account, 1, 4) in "
            + "('1122', '1123', '1221', '2202', '2203', '2241') and amount <> coalesce((select sum(remaining) "
            + "from state_open_item item where item.account = state_balance.account "
            + "and item.party_id = state_balance.party_id), 0)) as off",
        "select coalesce((select sum(amount) from state_accrual), 0) + coalesce((select sum(amount) "
            + "from state_balance where account = '220202'), 0)",
        "select coalesce((select sum(amount) from state_balance where account = '2204'), 0) + coalesce((select "
            + "sum(total) from state_member_total where measure in ('stored_paid', 'stored_bonus')), 0)",
        "select coalesce(sum(amount), 0) from state_balance where account = '5001'",
    ];
}
