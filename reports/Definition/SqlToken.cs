namespace Analytics.Reports.Definition;

/// <summary>A word, parameter or sign of a SQL text.</summary>
/// <param name="Depth">How many parentheses are open around it.</param>
/// <param name="Line">Line of the file, from 1.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Depth, int Line)
{
    public bool IsWord(string word) =>
        Kind == SqlTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
