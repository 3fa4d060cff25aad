namespace Analytics.Ledger;

/// <summary>The six kinds of account of the Chinese chart. In the book each is the snake_case of its name.</summary>
public enum AccountKind
{
    /// <summary>资产.</summary>
    Asset,

    /// <summary>负债.</summary>
    Liability,

    /// <summary>共同.</summary>
    Common,

    /// <summary>所有者权益.</summary>
    Equity,

    /// <summary>成本.</summary>
    Cost,

    /// <summary>损益.</summary>
    ProfitAndLoss,
}
