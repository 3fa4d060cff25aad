using System.Diagnostics.CodeAnalysis;

namespace Analytics.Reports;

/// <summary>What a report's parameter takes, by the name its header uses in lower case.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Headers and answers use these very names.")]
public enum ParameterType
{
    Date,
    Int,
    Decimal,
    Text,
    Bool,

    /// <summary>A dimension's name or <c>none</c>.</summary>
    Dimension,

    /// <summary>A comparison window's key.</summary>
    Window,
}
