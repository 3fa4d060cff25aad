namespace Analytics.Ledger.Listings;

/// <summary>All listings of the book, and how one is asked.</summary>
public static class BookListings
{
    private static readonly ListingParameter From =
        new("from", ListingInput.Date) { Default = ListingParameter.MonthStart };

    private static readonly ListingParameter To = new("to", ListingInput.Date) { Default = ListingParameter.Today };

    private static readonly ListingParameter AsOf =
        new("as_of", ListingInput.Date) { Default = ListingParameter.Today };

    private static readonly ListingParameter Party = new("party", ListingInput.Party);
    private static readonly ListingParameter Item = new("item", ListingInput.Item) { IsRequired = true };

    public static IReadOnlyList<Listing> All { get; } =
    [
        new("trial_balance", AccountListings.TrialBalanceAsync, From, To, new("store", ListingInput.Store)),
        new("balance_sheet", AccountListings.BalanceSheetAsync, AsOf),
        new("income_statement", AccountListings.IncomeStatementAsync, From, To),
        new(
            "vouchers", AccountListings.VouchersAsync, From, To,
            new("merged", ListingInput.Flag) { Default = "false" }),
        new(
            "open_items", TradeListings.OpenItemsAsync,
            new("account", ListingInput.Choice)
            {
                Default = Account.Receivable,
                Choices =
                [
                    Account.Receivable, Account.AdvancePaid, Account.OtherReceivable, Account.Payable,
                    Account.AccruedPayable, Account.AdvanceReceived, Account.OtherPayable,
                ],
            },
            AsOf, Party),
        new("periods", PeriodListings.ClosesAsync),
        new(
            "month_end_checklist", PeriodListings.ChecklistAsync,
            new ListingParameter("month", ListingInput.Month) { IsRequired = true }),
        new(
            "uninvoiced", TradeListings.UninvoicedAsync,
            new("side", ListingInput.Choice)
            {
                Default = TradeListings.Sales, Choices = [TradeListings.Sales, TradeListings.Purchases],
            },
            Party),
        new("three_way_match", TradeListings.ThreeWayMatchAsync, Party),
        new(
            "purchase_prices", TradeListings.PurchasePricesAsync, Item, Party,
            new("most", ListingInput.Count) { Default = "100" }),
        new("last_purchase_prices", TradeListings.LastPurchasePricesAsync),
        new(
            "proposed_price", TradeListings.ProposedPriceAsync, Party with { IsRequired = true }, Item,
            new("unit", ListingInput.Text), new("on", ListingInput.Date) { Default = ListingParameter.Today }),
    ];

    /// <summary>The listing of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Listing Of(string name) => All.FirstOrDefault(listing => listing.Name == name)
        ?? throw new ArgumentException($"no listing {name}", nameof(name));

    /// <summary>Asks a view of the book. The view must stay open until the rows were read.</summary>
    /// <param name="listing">What is asked.</param>
    /// <param name="view">Of which book.</param>
    /// <param name="by">What it is asked with: parameters as text; how the business day runs and which one it is; the
    /// language of names that stand in rows.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<ListingOutcome> AskAsync(
        Listing listing, BookReader view, ListingAsker by, CancellationToken ct)
    {
        var arguments = new ListingArguments(listing, by.Today);
        await arguments.ReadAsync(view, by.Texts, ct);
        if (arguments.Faults.Count > 0)
        {
            return new ListingOutcome.Refused(arguments.Faults);
        }

        var question = new ListingQuestion(view, by.Day, by.IsEnglish, arguments.Values, arguments.Ids);
        return new ListingOutcome.Answered(new ListingAnswer(
            listing, view.Seq, view.RecordedAt,
            [
                .. listing.Parameters.Where(parameter => arguments.Values.ContainsKey(parameter.Name))
                    .Select(parameter => KeyValuePair.Create(parameter.Name, arguments.Values[parameter.Name])),
            ],
            listing.Rows(question, ct)));
    }
}
