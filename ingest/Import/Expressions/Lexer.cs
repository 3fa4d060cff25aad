using System.Text;

namespace Analytics.Ingest.Import.Expressions;

/// <summary>Cuts a formula into tokens. A column with blanks or signs in its name stands in brackets, "]]" is a
/// bracket in it; a fixed text stands in single or double quotes, doubled to mean one.</summary>
internal static class Lexer
{
    private static readonly string[] Symbols =
        ["<>", "!=", "<=", ">=", "+", "-", "*", "/", "&", "(", ")", ",", "=", "<", ">"];

    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at, out at);
            tokens.Add(token);
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length + 1));
        return tokens;
    }

    private static Token Next(string text, int start, out int end)
    {
        var first = text[start];
        if (first is '[')
        {
            return new Token(TokenKind.Column, Enclosed(text, start, ']', out end), start + 1);
        }

        if (first is '\'' or '"')
        {
            return new Token(TokenKind.Text, Enclosed(text, start, first, out end), start + 1);
        }

        if (char.IsAsciiDigit(first))
        {
            end = RunWhile(text, start, sign => char.IsAsciiDigit(sign) || sign == '.');
            return new Token(TokenKind.Number, text[start..end], start + 1);
        }

        if (char.IsLetter(first) || first == '_')
        {
            end = RunWhile(text, start, sign => char.IsLetterOrDigit(sign) || sign is '_' or '.');
            return new Token(TokenKind.Word, text[start..end], start + 1);
        }

        foreach (var symbol in Symbols)
        {
            if (text.AsSpan(start).StartsWith(symbol, StringComparison.Ordinal))
            {
                end = start + symbol.Length;
                return new Token(TokenKind.Symbol, symbol, start + 1);
            }
        }

        throw new FormulaException(start + 1, $"'{first}' has no meaning here");
    }

    private static int RunWhile(string text, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }

    private static string Enclosed(string text, int start, char close, out int end)
    {
        var content = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != close)
            {
                content.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == close)
            {
                content.Append(close);
                at++;
            }
            else
            {
                end = at + 1;
                return content.ToString();
            }
        }

        throw new FormulaException(start + 1, $"{text[start]} is not closed by {close}");
    }
}
