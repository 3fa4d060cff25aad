namespace Analytics.Reports.Explore;

/// <summary>How a filter holds rows against its values.</summary>
public enum FilterRule
{
    /// <summary>One of the values.</summary>
    In,

    /// <summary>None of the values.</summary>
    NotIn,

    /// <summary>Code or name contains the value, whatever its case.</summary>
    Contains,
}
