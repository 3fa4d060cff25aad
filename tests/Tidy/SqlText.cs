using System.Text;

namespace Analytics.Tidy;

/// <summary>Takes comments and quoted text out of SQL, keeping every offset and line.</summary>
internal static class SqlText
{
    /// <summary>The same text with comments blank and the inside of '…' and "…" as underscores.</summary>
    public static string Bare(string sql)
    {
        var bare = new StringBuilder(sql.Length);
        var at = 0;
        while (at < sql.Length)
        {
            var end = EndOf(sql, at);
            if (end == at)
            {
                bare.Append(sql[at++]);
                continue;
            }

            var quote = sql[at] is '\'' or '"';
            for (var inside = at; inside < end; inside++)
            {
                var keep = sql[inside] == '\n' || (quote && (inside == at || inside == end - 1));
                bare.Append(keep ? sql[inside] : quote ? '_' : ' ');
            }

            at = end;
        }

        return bare.ToString();
    }

    /// <summary>Where the comment or quoted text that starts here ends; here, where none starts.</summary>
    private static int EndOf(string sql, int at)
    {
        var rest = sql.AsSpan(at);
        if (rest.StartsWith("--"))
        {
            return Or(sql.IndexOf('\n', at), sql.Length);
        }

        if (rest.StartsWith("/*"))
        {
            return Or(sql.IndexOf("*/", at + 2, StringComparison.Ordinal) + 2, sql.Length, least: 2);
        }

        return sql[at] is '\'' or '"' ? Or(sql.IndexOf(sql[at], at + 1) + 1, sql.Length, least: 1) : at;
    }

    private static int Or(int found, int otherwise, int least = 0) => found < least || found < 0 ? otherwise : found;
}
