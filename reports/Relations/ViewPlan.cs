namespace Analytics.Reports.Relations;

/// <summary>The table each logical relation of a text stands on, where days are whole.</summary>
internal sealed record ViewPlan(Footing Footing, TextShape Shape, IReadOnlyDictionary<string, StarTable> Tables);
