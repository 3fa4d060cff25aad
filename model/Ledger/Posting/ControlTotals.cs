using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What the entries add up to, by month and measure: written by posting, compared by the audits of every
/// generation with what arrived there.</summary>
internal static class ControlTotals
{
    /// <summary>The totals that the draft changes, as they are after it.</summary>
    public static Dictionary<(long MonthKey, string Measure), long> After(
        IReadOnlyDictionary<(long MonthKey, string Measure), long> before, Draft draft)
    {
        var after = new Dictionary<(long MonthKey, string Measure), long>();
        if (draft.Document is { } document)
        {
            if (document.StoreId > 0)
            {
                Add(document.BusinessDate, "store_documents", 1);
            }

            foreach (var line in draft.Lines.Where(line => SoldLines.Has(document, line)))
            {
                AddSales(document.BusinessDate, line);
            }

            if (draft.Lines.Any(line => SoldLines.IsSold(document, line)))
            {
                Add(document.BusinessDate, "sales_tickets", document.IsReversal == 1 ? -1 : 1);
            }
        }

        foreach (var adjustment in draft.Adjustments.Where(SoldLines.Has))
        {
            Add(adjustment.BusinessDate, "sales_lines", 1);
            Add(adjustment.BusinessDate, "sales_cost", adjustment.CostAmount);
        }

        foreach (var movement in draft.Stock)
        {
            Add(movement.BusinessDate, "stock_lines", 1);
            Add(movement.BusinessDate, "stock_qty", movement.Qty);
            Add(movement.BusinessDate, "stock_value", movement.Value);
        }

        foreach (var movement in draft.Money)
        {
            Add(movement.BusinessDate, "money_amount", movement.Amount);
        }

        foreach (var (date, measure, amount) in TradeTotals.Of(draft).Concat(MoneyTotals.Of(draft)))
        {
            Add(date, measure, amount);
        }

        return after;

        void AddSales(long date, DocumentLineRow line)
        {
            Add(date, "sales_lines", 1);
            Add(date, "sales_qty", line.Qty);
            Add(date, "sales_list", line.ListAmount);
            Add(date, "sales_net", line.NetAmount);
            Add(date, "sales_tax", line.TaxAmount);
            Add(date, "sales_discount", line.DiscountAmount);
            Add(date, "sales_cost", line.CostAmount);
            Add(date, "sales_management_cost", line.ManagementCostAmount);
        }

        void Add(long date, string measure, long amount)
        {
            var key = (date / 100, measure);
            var known = after.TryGetValue(key, out var soFar) ? soFar : before.GetValueOrDefault(key);
            after[key] = Exact.Total(known, amount);
        }
    }

    /// <summary>The entry that closes a block: its totals, by month and measure.</summary>
    public static Draft Entry(long seq, long block, IReadOnlyDictionary<(long MonthKey, string Measure), long> totals)
    {
        var draft = new Draft(seq, "control");
        var rows = totals
            .OrderBy(total => total.Key.MonthKey)
            .ThenBy(total => total.Key.Measure, StringComparer.Ordinal)
            .Select((total, at) => new ControlTotalRow
            {
                Seq = seq,
                LineNo = at + 1,
                Block = block,
                MonthKey = total.Key.MonthKey,
                Measure = total.Key.Measure,
                Total = total.Value,
            });
        draft.Other.AddRange(rows);
        return draft;
    }

}
