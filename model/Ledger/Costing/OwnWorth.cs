namespace Analytics.Ledger.Costing;

/// <summary>What gives a revaluation, and goods made out of others, their worth.</summary>
/// <param name="Value">The amount of the one, the fee of the other, ×10⁴; revaluations of it included.</param>
/// <param name="From">Where its part of the components begins, of <paramref name="Of"/>.</param>
/// <param name="To">Where it ends; the next product's begins there, so that all parts are the whole.</param>
/// <param name="Of">All shares.</param>
internal readonly record struct OwnWorth(long Value, long From, long To, long Of)
{
    /// <summary>The worth of goods made of components that went out at so much together.</summary>
    public long With(long components) =>
        Value + Exact.MulDiv(components, To, Of) - Exact.MulDiv(components, From, Of);
}
