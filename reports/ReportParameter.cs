using Analytics.Reports.Arguments;
using Analytics.Reports.Compare;

namespace Analytics.Reports;

/// <summary>A parameter as a report's header declares it.</summary>
public sealed record ReportParameter(string Name, ParameterType Type)
{
    /// <summary>Takes several values, separated by commas.</summary>
    public bool IsList { get; init; }

    /// <summary>The value where none is given, as text; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>May be left out without a default; the text then sees null.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The only values it takes; empty where the type alone decides.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What may be given, for a person: the values, or an example of them.</summary>
    public string Form => Choices.Count > 0 ? string.Join(", ", Choices)
        : Name == "period" ? Period.Names
        : ArgumentReader.FormOf(Type);
}
