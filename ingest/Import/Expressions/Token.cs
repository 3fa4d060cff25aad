namespace Analytics.Ingest.Import.Expressions;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Column,
    Word,
    Symbol,
}

/// <summary>A piece of a formula; <see cref="At"/> is its position in the text, from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int At);
