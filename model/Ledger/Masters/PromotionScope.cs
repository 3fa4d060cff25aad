namespace Analytics.Ledger;

/// <summary>A store, item, category or party class that a promotion holds for.</summary>
public sealed record PromotionScope(PromotionScopeKind Kind, string Code);
