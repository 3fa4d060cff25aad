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
        };
        desk.Refuse(isEmpty, RefusalReason.ValueMissing, row.PromotionKind);
        var scopes = Scopes(master, desk);
        return desk.Enter(
            (id, version) => row with { VersionId = version, PromotionId = id },
            version => scopes.Select((scope, at) => scope with { VersionId = version, LineNo = at + 1 }));
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
