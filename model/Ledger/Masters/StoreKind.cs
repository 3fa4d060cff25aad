namespace Analytics.Ledger;

/// <summary>What a place is for: a store (门店) sells and stocks, a depot (仓库) only stocks, a counter (专柜) is where
/// another company sells our goods.</summary>
public enum StoreKind
{
    Store,
    Depot,
    Counter,
}
