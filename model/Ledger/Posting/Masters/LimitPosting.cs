using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Limits of credit and of stock, known by what they limit: there cannot be two.</summary>
internal static class LimitPosting
{
    public const string Credit = "credit";
    public const string Stock = "stock";

    public static string CreditCode(CreditScope scope, string code) => $"{Credit}:{Snake.Case(scope)}:{code}";

    public static Outcome Post(CreditLimitMaster master, State state)
    {
        var scope = Snake.Case(master.Scope);
        var desk = new MasterDesk(state, MasterKinds.LimitRule, CreditCode(master.Scope, master.ScopeCode));
        desk.Codes(master.ScopeCode);
        desk.Refuse(master.Amount is null && master.Days is null, RefusalReason.ValueMissing, "amount, days");
        desk.Refuse(
            master.Days is < 0 or > 36_500, RefusalReason.AmountTooLarge,
            (master.Days ?? 0).ToString(CultureInfo.InvariantCulture));
        var row = new LimitRuleRow
        {
            LimitRuleCode = CreditCode(master.Scope, master.ScopeCode),
            LimitKind = Credit,
            ScopeKind = scope,
            ScopeId = master.Scope == CreditScope.Department
                ? desk.List(ListKind.Department, master.ScopeCode)
                : desk.Reference(scope, master.ScopeCode),
            ItemId = None.Id,
            MinQty = None.Id,
            MaxQty = None.Id,
            Amount = desk.Optional(master.Amount?.ToDecimal()),
            Days = master.Days ?? None.Id,
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, LimitRuleId = id });
    }

    public static Outcome Post(StockLimitMaster master, State state)
    {
        var code = $"{Stock}:{master.ItemCode}:{master.DepotCode}";
        var desk = new MasterDesk(state, MasterKinds.LimitRule, code);
        desk.Codes(master.ItemCode, master.DepotCode);
        desk.Refuse(master.Least is null && master.Most is null, RefusalReason.ValueMissing, "least, most");
        desk.Refuse(master.Least > master.Most, RefusalReason.BoundsInverted, $"{master.Least}, {master.Most}");
        var row = new LimitRuleRow
        {
            LimitRuleCode = code,
            LimitKind = Stock,
            ScopeKind = "depot",
            ScopeId = desk.Reference(MasterKinds.Store, master.DepotCode),
            ItemId = desk.Reference(MasterKinds.Item, master.ItemCode),
            MinQty = desk.Optional(master.Least?.ToDecimal()),
            MaxQty = desk.Optional(master.Most?.ToDecimal()),
            Amount = None.Id,
            Days = None.Id,
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, LimitRuleId = id });
    }
}
