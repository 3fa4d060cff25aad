namespace Analytics.Reports.Definition;

internal enum SqlTokenKind
{
    /// <summary>Keyword or identifier, without quotes.</summary>
    Word,

    /// <summary>A <c>$name</c>, without the sign.</summary>
    Parameter,

    /// <summary>A number, text or other literal.</summary>
    Literal,

    Sign,
}
