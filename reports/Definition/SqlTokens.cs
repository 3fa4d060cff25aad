namespace Analytics.Reports.Definition;

/// <summary>Splits SQL into tokens, leaving out comments: enough to say which parameters, names and columns a text has,
/// and on which line. Whether the text is valid is DuckDB's own parser's to say.</summary>
internal static class SqlTokens
{
    public static IReadOnlyList<SqlToken> Of(string sql, int firstLine)
    {
        var tokens = new List<SqlToken>();
        var (depth, line, at) = (0, firstLine, 0);
        while (at < sql.Length)
        {
            var end = EndOf(sql, at);
            var text = sql[at..end];
            if (text == ")")
            {
                depth--;
            }
            if (KindOf(text) is { } kind)
            {
                tokens.Add(new(kind, Bare(kind, text), depth, line));
            }
            if (text == "(")
            {
                depth++;
            }
            line += text.Count(c => c == '\n');
            at = end;
        }
        return tokens;
    }

    private static SqlTokenKind? KindOf(string text) => text[0] switch
    {
        '-' when text.StartsWith("--", StringComparison.Ordinal) => null,
        '/' when text.StartsWith("/*", StringComparison.Ordinal) => null,
        '\'' => SqlTokenKind.Literal,
        '$' when text.Length > 1 => SqlTokenKind.Parameter,
        '"' => SqlTokenKind.Word,
        var c when char.IsWhiteSpace(c) => null,
        var c when char.IsAsciiDigit(c) => SqlTokenKind.Literal,
        var c when IsNameStart(c) => SqlTokenKind.Word,
        _ => SqlTokenKind.Sign,
    };

    private static string Bare(SqlTokenKind kind, string text) => kind switch
    {
        SqlTokenKind.Parameter => text[1..],
        SqlTokenKind.Word when text[0] == '"' => text.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal),
        _ => text,
    };

    private static int EndOf(string sql, int at)
    {
        var c = sql[at];
        var two = at + 1 < sql.Length ? sql.Substring(at, 2) : "";
        return c switch
        {
            _ when two == "--" => Until(sql, "\n", at),
            _ when two == "/*" => Past(sql, "*/", at + 2),
            '\'' or '"' => Past(sql, c.ToString(), at + 1),
            '$' => RunOf(sql, at + 1, IsNamePart),
            _ when char.IsWhiteSpace(c) => RunOf(sql, at, char.IsWhiteSpace),
            _ when char.IsAsciiDigit(c) => RunOf(sql, at, d => char.IsAsciiLetterOrDigit(d) || d == '.'),
            _ when IsNameStart(c) => RunOf(sql, at, IsNamePart),
            _ => at + 1,
        };
    }

    private static int RunOf(string sql, int from, Func<char, bool> belongs)
    {
        var end = from;
        while (end < sql.Length && belongs(sql[end]))
        {
            end++;
        }
        return end;
    }

    private static int Until(string sql, string sign, int from)
    {
        var end = sql.IndexOf(sign, from, StringComparison.Ordinal);
        return end < 0 ? sql.Length : end;
    }

    private static int Past(string sql, string sign, int from)
    {
        var end = sql.IndexOf(sign, from, StringComparison.Ordinal);
        return end < 0 ? sql.Length : end + sign.Length;
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
