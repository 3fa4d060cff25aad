using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>促销, with what it holds for.</summary>
internal static class PromotionPosting
{
    public static Outcome Post(PromotionMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Promotion, master.Code);
        desk.Texts(master.Name);
        var (from, to) = desk.Days(master.ValidFrom, master.ValidTo);
        var row = new PromotionRow
        {
            PromotionCode = master.Code,
            PromotionName = master.Name,
            PromotionKind = Snake.Case(master.Kind),
            ValidFrom = from,
            ValidTo = to,
            UnitPrice = desk.Number(master.UnitPrice, 1_000_000),
            DiscountRate = desk.Number(master.DiscountRate, 1_000_000, 0, 1),
            BuyQty = desk.Number(master.BuyQty.ToDecimal(), Qty.Scale),
            GetQty = desk.Number(master.GetQty.ToDecimal(), Qty.Scale),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        var isEmpty = master.Kind switch
        {
            PromotionKind.Price => row.UnitPrice == 0,
            PromotionKind.Discount => row.DiscountRate == 0,
            PromotionKind.BuyGet => row.BuyQty == 0 || row.GetQty == 0,
            PromotionKind.Bundle => row.UnitPrice == 0 || IsNotAll(
                master, term => term.ItemCode.Length > 0 && term.Quantity > Qty.Zero),
            PromotionKind.SpendAmountOff => IsNotAll(
                master, term => term.Threshold > Money.Zero && term.Off > Money.Zero),
            PromotionKind.SpendRateOff => IsNotAll(master, term => term.Threshold > Money.Zero && term.OffRate > 0),
        };
        desk.Refuse(isEmpty, RefusalReason.ValueMissing, row.PromotionKind);
        var scopes = Scopes(master, desk);
        var terms = Terms(master, desk);
        return desk.Enter(
            (id, version) => row with { VersionId = version, PromotionId = id },
            version => scopes.Select((scope, at) => (object)(scope with { VersionId = version, LineNo = at + 1 }))
                .Concat(terms.Select((term, at) => term with { VersionId = version, LineNo = at + 1 })));
    }

    private static bool IsNotAll(PromotionMaster master, Func<PromotionTerm, bool> isWhole) =>
        master.Terms.Count == 0 || !master.Terms.All(isWhole);

    private static List<PromotionTermRow> Terms(PromotionMaster master, MasterDesk desk)
    {
        desk.AtMost(master.Terms);
        desk.Different(master.Terms.Where(term => term.ItemCode.Length > 0).Select(term => term.ItemCode));
        return
        [
            .. master.Terms.Select(term => new PromotionTermRow
            {
                ItemId = desk.Reference(MasterKinds.Item, term.ItemCode),
                Qty = desk.Number(term.Quantity.ToDecimal(), Qty.Scale),
                ThresholdAmount = desk.Number(term.Threshold.ToDecimal(), Money.Scale),
                OffAmount = desk.Number(term.Off.ToDecimal(), Money.Scale),
                OffRate = desk.Number(term.OffRate, 1_000_000, 0, 1),
            }),
        ];
    }

    private static List<PromotionScopeRow> Scopes(PromotionMaster master, MasterDesk desk)
    {
        desk.AtMost(master.Scopes);
        desk.Different(master.Scopes.Select(scope => $"{Snake.Case(scope.Kind)} {scope.Code}"));
        return
        [
            .. master.Scopes.Select(scope =>
            {
                desk.Codes(scope.Code);
                return new PromotionScopeRow
                {
                    ScopeKind = Snake.Case(scope.Kind),
                    ScopeId = scope.Kind == PromotionScopeKind.PartyClass
                        ? None.Id
                        : desk.Reference(Snake.Case(scope.Kind), scope.Code),
                    ScopeText = scope.Kind == PromotionScopeKind.PartyClass ? scope.Code : "",
                };
            }),
        ];
    }
}
