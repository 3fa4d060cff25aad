namespace Analytics.Reports;

/// <summary>Figures a scope hides.</summary>
[Flags]
public enum ScopeMasks
{
    None = 0,

    /// <summary>Cost, and margin with it.</summary>
    Cost = 1,

    /// <summary>Margin, and cost with it.</summary>
    Margin = 2,
}
