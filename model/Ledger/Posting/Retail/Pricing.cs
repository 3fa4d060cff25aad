using Analytics.Ledger.Costing;
using Analytics.Ledger.Prices;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Finds the price of lines that ask for it: by price list, then by promotions.</summary>
/// <remarks>What a customer pays without promotions is by his own price list, else by his member level's, else by the
/// one the document names. The list amount is by the last, where it is not below that. Of the prices of a list that
/// hold on the day for the unit, or else for the base unit, the one for the greatest least quantity counts.</remarks>
internal static class Pricing
{
    private const long PriceScale = 1_000_000;
    private const long RateScale = 10_000;
    private const long Cent = 100;
    private const long Most = 90_000_000_000_000;

    /// <summary>Gives such lines their amounts; or says why one has none.</summary>
    public static Refusal? Of(PostingDesk desk, List<LineDraft> lines)
    {
        if (!lines.Exists(static line => line.Given.TakesPrice))
        {
            return null;
        }

        var asking = Enumerable.Range(0, lines.Count).Where(at => lines[at].Given.TakesPrice).ToList();
        var (store, own, refusal) = Lists(desk);
        if (refusal is not null)
        {
            return refusal;
        }

        foreach (var at in asking)
        {
            if (Listed(desk, lines, at, store, own) is { } wrong)
            {
                return wrong;
            }
        }

        // What is given for prize tokens is no price that a promotion could lower.
        return (desk.Document.Kind == DocumentKind.PrizeCollection ? null : Promote(desk, lines, asking))
            ?? Stated(desk, lines);
    }

    /// <summary>The document's price list and the customer's own, −1 where there is none.</summary>
    private static (long Store, long Own, Refusal? Refusal) Lists(PostingDesk desk)
    {
        var (state, document) = (desk.State, desk.Document);
        var store = document.PriceListCode.Length == 0
            ? null
            : (PriceListRow?)state.Find(MasterKinds.PriceList, document.PriceListCode)?.Row;
        if (document.PriceListCode.Length > 0 && store is null)
        {
            return (None.Id, None.Id, MasterKinds.Unknown(MasterKinds.PriceList, document.PriceListCode));
        }

        var party = document.PartyCode.Length == 0 ? null : state.Party(document.PartyCode);
        var own = party is { PriceListId: > 0 } ? party.PriceListId
            : party is null ? None.Id
            : state.MemberLevelOf(party.PartyId)?.PriceListId ?? None.Id;
        return (store?.PriceListId ?? None.Id, own, null);
    }

    private static Refusal? Listed(PostingDesk desk, List<LineDraft> lines, int at, long store, long own)
    {
        var (line, given) = (lines[at], lines[at].Given);
        if (given.NetAmount.Units + given.TaxAmount.Units + given.DiscountAmount.Units != 0
            || given.GrossAmount is not null || given.ListAmount is not null)
        {
            return new Refusal(RefusalReason.AmountStatedTwice, at + 1, given.ItemCode);
        }

        var listed = Amount(desk, line, store);
        if ((Amount(desk, line, own) ?? listed) is not { } charged)
        {
            return new Refusal(RefusalReason.NoPrice, at + 1, given.ItemCode);
        }

        if (Math.Max(charged, listed ?? 0) > Most)
        {
            return new Refusal(RefusalReason.AmountTooLarge, at + 1, new Money(charged).ToString());
        }

        lines[at] = line with { Row = Charge(line.Row, Math.Max(charged, listed ?? 0), charged) };
        return null;
    }

    /// <summary>What a line costs by a list, tax included; null where the list has no price that holds.</summary>
    private static long? Amount(PostingDesk desk, LineDraft line, long listId)
    {
        var (date, row) = (desk.Head.BusinessDate, line.Row);
        if (desk.State.PriceLists.Find(listId) is not { IsActive: 1 } list || date < list.ValidFrom
            || (list.ValidTo != None.Id && date > list.ValidTo))
        {
            return null;
        }

        var prices = desk.State.KeptPrices(listId, row.ItemId);
        var price = Find(prices, date, row.EnteredUnit, row.EnteredQty);
        var qty = row.EnteredQty;
        if (price is null)
        {
            (price, qty) = (Find(prices, date, line.Item.BaseUnit, row.Qty), row.Qty);
        }

        if (price is null)
        {
            return null;
        }

        var amount = Exact.MulDiv(price.UnitPrice, qty, PriceScale * Cent) * Cent;
        return list.IncludesTax == 1 ? amount : Exact.MulDiv(amount, RateScale + row.TaxRate, RateScale * Cent) * Cent;
    }

    private static PriceRow? Find(List<PriceRow> prices, long date, string unit, long qty) => prices
        .Where(price => price.Unit == unit && price.MinQty <= qty && price.ValidFrom <= date
            && (price.ValidTo == None.Id || date <= price.ValidTo))
        .MaxBy(price => (price.MinQty, price.ValidFrom));

    private static Refusal? Promote(PostingDesk desk, List<LineDraft> lines, List<int> asking)
    {
        var offers = OffersOf(desk);
        var cuts = Offers.Best([.. asking.Select(at => Line(desk.State, lines[at]))], offers);
        foreach (var (at, cut) in asking.Zip(cuts))
        {
            var line = lines[at];
            if (line.Row.PromotionId != None.Id && cut.PromotionId != line.Row.PromotionId)
            {
                return new Refusal(RefusalReason.PromotionNotApplied, at + 1, line.Given.PromotionCode);
            }

            var charged = line.Row.NetAmount + line.Row.TaxAmount - cut.Off;
            lines[at] = line with
            {
                Row = Charge(line.Row, line.Row.ListAmount, charged) with { PromotionId = cut.PromotionId },
            };
        }

        return null;
    }

    private static OfferLine Line(State state, LineDraft line) => new(
        line.Item.ItemId, [.. state.Categories.Above(line.Item.CategoryId).Select(row => row.CategoryId)], line.Row.Qty,
        line.Row.NetAmount + line.Row.TaxAmount, line.Row.PromotionId);

    /// <summary>Promotions that hold on the day, in the store, for the customer.</summary>
    private static List<Offer> OffersOf(PostingDesk desk)
    {
        var (state, head) = (desk.State, desk.Head);
        var partyClass = desk.Document.PartyCode.Length == 0 ? "" : state.Party(desk.Document.PartyCode)!.PartyClass;
        var offers = new List<Offer>();
        foreach (var row in state.Promotions.All.Where(one =>
            one.IsActive == 1 && one.ValidFrom <= head.BusinessDate && head.BusinessDate <= one.ValidTo))
        {
            var scopes = state.ScopesOf(row);
            if (Holds(scopes, PromotionScopeKind.Store, scope => scope.ScopeId == head.StoreId)
                && Holds(scopes, PromotionScopeKind.PartyClass, scope => scope.ScopeText == partyClass))
            {
                offers.Add(OfferOf(state, row, scopes));
            }
        }

        return offers;
    }

    private static Offer OfferOf(State state, PromotionRow row, IReadOnlyList<PromotionScopeRow> scopes) => new(
        row.PromotionId, row.PromotionCode,
        Enum.GetValues<PromotionKind>().First(kind => Snake.Case(kind) == row.PromotionKind),
        Ids(scopes, PromotionScopeKind.Item), Ids(scopes, PromotionScopeKind.Category))
    {
        UnitPrice = row.UnitPrice,
        Rate = row.DiscountRate,
        BuyQty = row.BuyQty,
        GetQty = row.GetQty,
        Terms =
        [
            .. state.TermsOf(row).OrderBy(term => term.LineNo).Select(term => new OfferTerm(
                term.ItemId, term.Qty, term.ThresholdAmount, term.OffAmount, term.OffRate)),
        ],
    };

    private static bool Holds(
        IReadOnlyList<PromotionScopeRow> scopes, PromotionScopeKind kind, Func<PromotionScopeRow, bool> isIt)
    {
        var named = scopes.Where(scope => scope.ScopeKind == Snake.Case(kind)).ToList();
        return named.Count == 0 || named.Exists(scope => isIt(scope));
    }

    private static HashSet<long> Ids(IReadOnlyList<PromotionScopeRow> scopes, PromotionScopeKind kind) =>
        [.. scopes.Where(scope => scope.ScopeKind == Snake.Case(kind)).Select(scope => scope.ScopeId)];

    /// <summary>The total the source states, where it does.</summary>
    private static Refusal? Stated(PostingDesk desk, List<LineDraft> lines)
    {
        var total = lines.Sum(line => line.Row.NetAmount + line.Row.TaxAmount);
        return desk.Document.StatedTotal is { } stated && stated.Units != total
            ? new Refusal(RefusalReason.Unbalanced, 0, $"{stated} ≠ Σ {new Money(total)}")
            : null;
    }

    private static DocumentLineRow Charge(DocumentLineRow row, long listed, long charged)
    {
        var (net, tax) = LineHead.Split(charged, row.TaxRate);
        return row with
        {
            ListAmount = listed, DiscountAmount = listed - charged, NetAmount = net, TaxAmount = tax,
        };
    }
}
