using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What control totals count of an entry beside goods and money movements: open items, what settles them,
/// means of payment, what members hold, coupons, expenses, rebates, claims, targets, budgets and
/// other rules.</summary>
internal static class MoneyTotals
{
    /// <summary>A line of a table; amounts are ×10⁴, days, dates and rates as their rows have them.</summary>
    private const long Line = 1;

    private static readonly Dictionary<string, string> AmountOf = new(StringComparer.Ordinal)
    {
        ["expense_request"] = "expense_amount",
        ["expense"] = "expense_amount",
        ["advance_expense_request"] = "expense_amount",
        ["advance_expense"] = "expense_amount",
        ["advance_expense_settlement"] = "expense_amount",
        ["customer_rebate"] = "rebate_booked",
        ["supplier_rebate"] = "rebate_booked",
        ["customer_rebate_payment"] = "rebate_paid",
        ["supplier_rebate_receipt"] = "rebate_paid",
        ["insurance_review"] = "insurance_reviewed",
    };

    /// <summary>Amounts by business date (yyyymmdd) and measure.</summary>
    public static IEnumerable<(long Date, string Measure, long Amount)> Of(Draft draft) =>
        draft.Other.SelectMany(row => Of(row, draft.Document));

    private static (long Date, string Measure, long Amount)[] Of(object row, DocumentRow? document) => row switch
    {
        OpenItemRow item =>
        [
            (item.BusinessDate, "open_item_lines", Line), (item.BusinessDate, "open_item_amount", item.Amount),
        ],
        AllocationRow allocation =>
        [
            (allocation.BusinessDate, "allocation_lines", Line),
            (allocation.BusinessDate, "allocation_debit", allocation.Amount),
            (allocation.BusinessDate, "allocation_credit", -allocation.Amount),
        ],
        MemberMovementRow movement =>
        [
            (movement.BusinessDate, "member_lines", Line),
            (movement.BusinessDate, "member_" + movement.Measure, movement.Amount),
        ],
        TargetRow target =>
        [
            (target.MonthKey * 100, "target_lines", Line), (target.MonthKey * 100, "target_floor", target.FloorAmount),
            (target.MonthKey * 100, "target_amount", target.TargetAmount),
            (target.MonthKey * 100, "target_stretch", target.StretchAmount),
        ],
        BudgetRow budget =>
        [
            (budget.MonthKey * 100, "budget_lines", Line), (budget.MonthKey * 100, "budget_amount", budget.Amount),
        ],
        AgingBandRow band =>
        [
            (0, "aging_band_lines", Line), (0, "aging_band_days", Math.Max(band.Days, 0)),
            (0, "aging_band_rate", band.ProvisionRate),
        ],
        StoreComparisonRow said =>
        [
            (0, "store_comparison_days", said.FromDate), (0, "store_comparison_" + said.Choice, Line),
        ],
        LimitRuleRow limit =>
        [
            (0, "limit_lines", Line), (0, "limit_min", Math.Max(limit.MinQty, 0)),
            (0, "limit_max", Math.Max(limit.MaxQty, 0)), (0, "limit_amount", Math.Max(limit.Amount, 0)),
        ],
        _ => document is null ? [] : Of(row, document.Kind, document.BusinessDate),
    };

    private static (long Date, string Measure, long Amount)[] Of(object row, string kind, long date) => row switch
    {
        DocumentTenderRow part =>
        [
            (date, "tender_lines", Line), (date, "tender_amount", part.Amount),
            (date, "tender_change", part.ChangeAmount), (date, "tender_points", part.Points),
            (date, "coupon_used", part.CouponCode.Length > 0 ? part.Amount : 0),
        ],
        CouponRow coupon => [(date, "coupon_lines", Line), (date, "coupon_face", coupon.FaceAmount)],
        InsuranceClaimRow claim => [(date, "insurance_lines", Line), (date, "insurance_claimed", claim.Amount)],
        DocumentMoneyRow part when AmountOf.TryGetValue(kind, out var measure) => measure switch
        {
            "expense_amount" =>
                [(date, "expense_lines", Line), (date, measure, part.Amount), (date, "expense_tax", part.TaxAmount)],
            "rebate_booked" => [(date, "rebate_lines", Line), (date, measure, part.Amount + part.TaxAmount)],
            "rebate_paid" => [(date, "rebate_lines", Line), (date, measure, part.Amount)],
            _ => [(date, "insurance_lines", Line), (date, measure, part.Amount)],
        },
        _ => [],
    };
}
