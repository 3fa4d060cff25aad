namespace Analytics.Ingest.Import.Expressions;

/// <summary>A formula that cannot be read or bound; caught where formulas are collected, never passed on.</summary>
internal sealed class FormulaException(int at, string message) : Exception(message)
{
    /// <summary>Position in the formula, from 1.</summary>
    public int At { get; } = at;
}
