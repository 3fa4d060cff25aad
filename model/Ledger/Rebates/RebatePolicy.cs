using System.Globalization;

namespace Analytics.Ledger.Rebates;

/// <summary>A policy as it is now, and what it makes of what was bought.</summary>
internal sealed record RebatePolicy(
    long VersionId, string Code, bool IsOfCustomer, long PartyId, bool IsByQuantity, string Period, DateOnly From,
    DateOnly To, bool IsProgressive, string Account)
{
    private const decimal RateScale = 1_000_000;
    private const decimal Cent = 100;

    /// <summary>From what on (×10⁴), and the rate (×10⁶); rising.</summary>
    public List<(long Reached, long Rate)> Tiers { get; } = [];

    /// <summary>The period that a day lies in, inside the policy's own days; null where it does not hold that day.
    /// </summary>
    public (DateOnly From, DateOnly To)? PeriodOf(DateOnly day)
    {
        if (day < From || day > To)
        {
            return null;
        }

        var month = new DateOnly(day.Year, day.Month, 1);
        var (from, to) = Period switch
        {
            "month" => (month, month.AddMonths(1).AddDays(-1)),
            "quarter" => Quarter(month),
            "year" => (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
            _ => (From, To),
        };
        return (from < From ? From : from, to > To ? To : to);
    }

    /// <summary>What is earned, to the cent, halves away from zero, and how: the part, the rate and what it makes.
    /// </summary>
    public (Money Due, string Reckoning) Reckon(Qty quantity, Money amount)
    {
        var reached = IsByQuantity ? quantity.Units : amount.Units;
        var (due, terms) = (0m, new List<string>());
        for (var at = 0; at < Tiers.Count && reached >= Tiers[at].Reached && reached > 0; at++)
        {
            var isLast = at == Tiers.Count - 1 || reached < Tiers[at + 1].Reached;
            if (!IsProgressive && !isLast)
            {
                continue;
            }

            var part = !IsProgressive ? reached : (isLast ? reached : Tiers[at + 1].Reached) - Tiers[at].Reached;
            due += part * Tiers[at].Rate / RateScale;
            terms.Add(string.Create(
                CultureInfo.InvariantCulture, $"{new Qty(part)} × {Tiers[at].Rate / RateScale:0.######}"));
        }

        var rounded = Math.Round(due / Cent, MidpointRounding.AwayFromZero) * Cent;
        return (new Money((long)rounded), terms.Count == 0 ? "0" : string.Join(" + ", terms));
    }

    private static (DateOnly From, DateOnly To) Quarter(DateOnly month)
    {
        var first = month.AddMonths(-((month.Month - 1) % 3));
        return (first, first.AddMonths(3).AddDays(-1));
    }
}
