namespace Analytics.Ledger;

/// <summary>What a place is for: a store (门店) sells and stocks, a depot (仓库) only stocks.</summary>
public enum StoreKind
{
    Store,
    Depot,
}
