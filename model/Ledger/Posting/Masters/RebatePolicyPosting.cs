using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>返利政策, with what counts and its tiers.</summary>
internal static class RebatePolicyPosting
{
    private const long RateScale = 1_000_000;

    public static Outcome Post(RebatePolicyMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.RebatePolicy, master.Code);
        desk.Texts(master.Name);
        var (from, to) = desk.Days(master.ValidFrom, master.ValidTo);
        var isOfCustomer = master.Side == RebateSide.Customer;
        var account = master.AccountCode.Length > 0 ? master.AccountCode
            : isOfCustomer ? Account.SalesExpense
            : Account.CostOfSales;
        desk.Texts(account);
        desk.Refuse(
            desk.Refusal is null && !(isOfCustomer ? CustomerRebate.Takes(account) : SupplierRebate.Takes(account)),
            RefusalReason.UnknownAccount, account);
        desk.Refuse(master.Tiers.Count == 0, RefusalReason.ValueMissing, "tiers");
        var row = new RebatePolicyRow
        {
            RebatePolicyCode = master.Code,
            PolicyName = master.Name,
            Side = Snake.Case(master.Side),
            PartyId = desk.Reference(MasterKinds.Party, master.PartyCode),
            Basis = Snake.Case(master.Basis),
            Period = Snake.Case(master.Period),
            ValidFrom = from,
            ValidTo = to,
            IsProgressive = MasterPosting.Flag(master.IsProgressive),
            Account = account,
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        var (scopes, tiers) = (Scopes(master, desk), Tiers(master, desk));
        return desk.Enter(
            (id, version) => row with { VersionId = version, RebatePolicyId = id },
            version => scopes.Select((scope, at) => (object)(scope with { VersionId = version, LineNo = at + 1 }))
                .Concat(tiers.Select((tier, at) => tier with { VersionId = version, LineNo = at + 1 })));
    }

    private static List<RebateScopeRow> Scopes(RebatePolicyMaster master, MasterDesk desk)
    {
        desk.AtMost(master.ItemCodes);
        desk.AtMost(master.CategoryCodes);
        desk.Different(master.ItemCodes);
        desk.Different(master.CategoryCodes);
        return
        [
            .. master.ItemCodes.Select(code => Scope(MasterKinds.Item, code)),
            .. master.CategoryCodes.Select(code => Scope(MasterKinds.Category, code)),
        ];

        RebateScopeRow Scope(string kind, string code)
        {
            desk.Codes(code);
            return new RebateScopeRow { ScopeKind = kind, ScopeId = desk.Reference(kind, code) };
        }
    }

    /// <summary>By what they are reached at, whatever order they were handed in.</summary>
    private static List<RebateTierRow> Tiers(RebatePolicyMaster master, MasterDesk desk)
    {
        desk.AtMost(master.Tiers);
        desk.Different(master.Tiers.Select(tier => new Qty(desk.Number(tier.Reached, Qty.Scale)).ToString()));
        return
        [
            .. master.Tiers.OrderBy(tier => tier.Reached).Select(tier => new RebateTierRow
            {
                Reached = desk.Number(tier.Reached, Qty.Scale),
                Rate = desk.Number(tier.Rate, RateScale, 0, master.Basis == RebateBasis.Amount ? 1 : 1_000_000),
            }),
        ];
    }
}
