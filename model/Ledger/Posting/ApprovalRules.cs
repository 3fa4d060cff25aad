using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Which rules hold a document back until others than its author approve it.</summary>
/// <remarks>Triggers: <c>always</c>; <c>amount_at_least</c>, of goods with tax, of a document without goods what it
/// books or asks for, of a voucher that books nothing what it settles (threshold ×10⁴); <c>backdated_days</c>;
/// <c>discount_at_least</c>, of the amount before it (×10⁶); <c>reversal</c>; <c>over_credit</c>; <c>over_budget</c>;
/// <c>day_closed</c>, a ticket of a store's day that is closed.</remarks>
internal static class ApprovalRules
{
    private const long RateScale = 1_000_000;
    private const long DayLength = 86_400_000;

    public static IReadOnlyList<ApprovalRuleRow> Holding(State state, Draft posting) =>
    [
        .. state.ApprovalRules.All.Where(rule =>
            rule.IsActive == 1
            && (rule.DocumentKind.Length == 0 || rule.DocumentKind == posting.Document!.Kind)
            && Holds(rule, posting, state)),
    ];

    /// <summary>How many approvals the rules ask for, as they are now; at least one.</summary>
    public static long Needed(State state, string codes)
    {
        var named = codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return state.ApprovalRules.All
            .Where(rule => named.Contains(rule.ApprovalRuleCode))
            .Select(rule => rule.ApprovalsNeeded)
            .Append(1)
            .Max();
    }

    private static bool Holds(ApprovalRuleRow rule, Draft posting, State state)
    {
        var head = posting.Document!;
        var amount = Amount(posting);
        var discount = Math.Abs(posting.Lines.Sum(line => line.DiscountAmount));
        return rule.TriggerKind switch
        {
            "always" => true,
            "amount_at_least" => amount >= rule.Threshold,
            "backdated_days" => state.RecordedAt - head.BusinessAt >= rule.Threshold * DayLength,
            "discount_at_least" => discount > 0 && head.IsReversal == 0
                && Exact.MulDiv(discount, RateScale, amount + discount) >= rule.Threshold,
            "reversal" => head.IsReversal == 1,
            "over_credit" or "over_budget" => posting.Exceeds.Exists(one => one.Trigger == rule.TriggerKind),
            "day_closed" => Tenders.Closed(state, head) is not null,
            _ => false,
        };
    }

    private static long Amount(Draft posting) =>
        posting.Lines.Count > 0 ? Math.Abs(posting.Lines.Sum(line => line.NetAmount + line.TaxAmount))
        : posting.Money.Count > 0 ? posting.Money.Sum(row => Math.Abs(row.Amount))
        : posting.Other.OfType<DocumentMoneyRow>().Any()
            ? Math.Abs(posting.Other.OfType<DocumentMoneyRow>().Sum(row => row.Amount + row.TaxAmount))
        : posting.Other.OfType<AllocationRow>().Sum(row => Math.Abs(row.Amount));
}
