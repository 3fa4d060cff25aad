using System.Text;

namespace Analytics.Tidy.Rules;

/// <summary>Bytes, lines and lengths of text files.</summary>
internal static class TextRules
{
    private const int CodeColumns = 120;
    private const int SqlColumns = 100;
    private const int FileLines = 500;

    private static readonly HashSet<string> Program =
        new(StringComparer.Ordinal) { ".cs", ".razor", ".js", ".css", ".sql", ".sh" };

    public static IEnumerable<Finding> LineLength(Repository repository) =>
        from file in Written(repository)
        where Program.Contains(file.Extension)
        let limit = file.Extension == ".sql" ? SqlColumns : CodeColumns
        from line in Numbered(file)
        where line.Text.Length > limit
        select file.At(line.Number, $"{Said(line.Text.Length)} characters", $"break the line at {Said(limit)}");

    public static IEnumerable<Finding> FileLength(Repository repository) =>
        from file in Written(repository)
        where Program.Contains(file.Extension)
        let lines = file.Text.AsSpan().Count('\n')
        where lines > FileLines
        select file.At(FileLines + 1, $"{Said(lines)} lines", $"split it by topic, {Said(FileLines)} is the most");

    public static IEnumerable<Finding> LineEnds(Repository repository) =>
        from file in Written(repository)
        where file.Text.Contains('\r', StringComparison.Ordinal)
        select file.At(file.LineOf(file.Text.IndexOf('\r', StringComparison.Ordinal)), "carriage return", "use LF");

    public static IEnumerable<Finding> FinalNewline(Repository repository) =>
        from file in Written(repository)
        where file.Text.Length > 0
            && (!file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal))
        select file.At(file.LineOf(file.Text.Length), "does not end in one newline", "end it with exactly one");

    public static IEnumerable<Finding> Tabs(Repository repository) =>
        from file in Written(repository)
        where file.Extension != ".sln"
        from line in Numbered(file)
        where line.Text.Contains('\t', StringComparison.Ordinal)
        select file.At(line.Number, "tab", "use spaces");

    public static IEnumerable<Finding> TrailingSpace(Repository repository) =>
        from file in Written(repository)
        from line in Numbered(file)
        where line.Text.TrimEnd('\r') is { Length: > 0 } text && char.IsWhiteSpace(text[^1])
        select file.At(line.Number, "space at the end of the line", "remove it");

    public static IEnumerable<Finding> Encoding(Repository repository)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        foreach (var file in Written(repository))
        {
            if (file.Bytes.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble))
            {
                yield return file.At(1, "byte order mark", "save as UTF-8 without BOM");
            }

            if (!IsValid(strict, file.Bytes))
            {
                yield return file.At(1, "not UTF-8", "save as UTF-8 without BOM");
            }
        }
    }

    private static bool IsValid(UTF8Encoding strict, byte[] bytes)
    {
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Files written here by hand: not the solution file, not code of others, and not the data of tests, which
    /// is bad on purpose.</summary>
    private static IEnumerable<SourceFile> Written(Repository repository) =>
        repository.Files.Where(file => file.Extension != ".sln"
            && !(file.IsTest && file.Extension is ".csv" or ".txt")
            && !file.Path.Contains("/lib/", StringComparison.Ordinal)
            && !file.Name.Contains(".min.", StringComparison.Ordinal));

    private static IEnumerable<(int Number, string Text)> Numbered(SourceFile file) =>
        file.Lines.Select((text, index) => (index + 1, text));

    private static string Said(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
