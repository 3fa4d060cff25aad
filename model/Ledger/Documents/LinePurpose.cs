namespace Analytics.Ledger;

/// <summary>What a line's goods are given for. In the book the snake_case of its name, a normal line's empty.</summary>
public enum LinePurpose
{
    Normal,

    /// <summary>赠品: given with what is sold or bought, at no price.</summary>
    Gift,

    /// <summary>样品.</summary>
    Sample,
}
