using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Management cost (考核成本): what a line is reckoned to cost when people are judged by it. Never in the
/// books.</summary>
/// <remarks>Cost × (1 + markup) + fixed × quantity, by the version that held for the item on the day; equal to the cost
/// where none does.</remarks>
internal static class ManagementCosts
{
    private const long RateScale = 1_000_000;

    public static DocumentLineRow On(State state, ItemRow item, long businessDate, DocumentLineRow line) =>
        state.ManagementCost(item, businessDate) is { } rule
            ? line with
            {
                ManagementCostId = rule.VersionId,
                ManagementCostAmount = WithMarkup(rule, line.CostAmount)
                    + Exact.MulDiv(rule.FixedCost, line.Qty, RateScale),
            }
            : line with { ManagementCostId = None.Id, ManagementCostAmount = line.CostAmount };

    /// <summary>What a change of a movement's cost changes of it.</summary>
    public static long OfChange(State state, CostEvent movement, long change) =>
        state.ManagementCostOf(movement) is { } rule
            ? WithMarkup(rule, change)
            : change;

    /// <summary>What a later change of a line's cost changes of it.</summary>
    public static long OfAdjusted(State state, DocumentLineRow line, long change) =>
        change != 0 && state.ManagementCostVersion(line.ManagementCostId) is { } rule
            ? WithMarkup(rule, change)
            : change;

    private static long WithMarkup(ManagementCostRow rule, long cost) =>
        Exact.MulDiv(cost, RateScale + rule.MarkupRate, RateScale);
}
