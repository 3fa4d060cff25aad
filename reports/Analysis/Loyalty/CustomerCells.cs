using Analytics.Star;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>A customer as a row of <c>annex/staging/fact_loyalty.sql</c>.</summary>
internal static class CustomerCells
{
    private const int AmountDecimals = 4;

    public static void Append(
        RowAppender rows, CustomerHistory customer, Judgement judged,
        (LoyaltyOptions Options, string Model, (int Level, string Cell) Previous) known)
    {
        var days = Math.Max(1, customer.WindowDayCount);
        rows.Append(customer.Kind).Append(customer.PartyId)
            .Append(known.Options.AsOf!.Value).Append(known.Options.WindowDays)
            .Append(customer.MainStoreId).Append(customer.FirstDate).Append(customer.LastDate)
            .Append(customer.WindowDayCount).Append(customer.WindowOrderCount);
        Append(rows, judged.Interval, 2);
        Append(rows, judged.IntervalSpread, AmountDecimals);
        rows.Append(judged.IntervalSource);
        Append(rows, customer.NetAmount / days, AmountDecimals);
        Append(rows, customer.Qty / days, AmountDecimals);
        rows.Append(customer.NetAmount).Append(customer.MarginAmount).Append(known.Options.SpanDays)
            .Append(customer.Active.Was).Append(customer.Active.Is)
            .Append((sbyte)known.Previous.Level).Append(known.Previous.Cell);
        Append(
            rows, customer.EarlierAmount > 0 ? (customer.RecentAmount / customer.EarlierAmount) - 1 : null,
            AmountDecimals);
        _ = judged.ExpectedDate is { } expected ? rows.Append(expected) : rows.AppendNull();
        _ = judged.OverdueDays is { } overdue ? rows.Append(overdue) : rows.AppendNull();
        Append(rows, judged.OverdueRate, AmountDecimals);
        rows.Append((sbyte)judged.Level).Append((sbyte)customer.RecencyScore).Append((sbyte)customer.FrequencyScore)
            .Append((sbyte)customer.MoneyScore).Append(Cell(customer.AboveMedian));
        Append(rows, judged.Alive, 6);
        for (var i = 0; i < Judgement.Horizons.Count; i++)
        {
            Append(rows, judged.ExpectedCounts.Count > i ? judged.ExpectedCounts[i] : null, AmountDecimals);
        }

        for (var i = 0; i < Judgement.Horizons.Count; i++)
        {
            Append(rows, judged.ExpectedAmounts.Count > i ? judged.ExpectedAmounts[i] : null, AmountDecimals);
        }

        Append(rows, judged.RiskAmount, AmountDecimals);
        rows.Append(known.Model).EndRow();
    }

    public static void Append(RowAppender rows, decimal? value, int decimals) => _ = value is { } known
        ? rows.Append(Math.Round(known, decimals, MidpointRounding.AwayFromZero))
        : rows.AppendNull();

    /// <summary>The RFM cell, such as <c>high_low_high</c>.</summary>
    public static string Cell((bool Recent, bool Frequent, bool Large) above) =>
        string.Join('_', new[] { above.Recent, above.Frequent, above.Large }.Select(high => high ? "high" : "low"));
}
