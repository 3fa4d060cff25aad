using System.Text.RegularExpressions;

namespace Analytics.Tidy.Rules;

/// <summary>READMEs, and words that have no place in the repository.</summary>
internal static partial class DocumentRules
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";

    private static readonly string[] Commands =
        ["dotnet run -c Release --project jobs/Host -- demo", "./test.sh"];

    public static IEnumerable<Finding> ProjectsHaveReadme(Repository repository) =>
        from project in repository.Projects
        where !project.IsTest && repository.Find(project.Folder + "/README.md") is null
        select new Finding(project.Folder + "/README.md", 1, "missing",
            "say what lives there, how it works, what was decided, what is missing");

    public static IEnumerable<Finding> OneTitle(Repository repository) =>
        from file in repository.Files
        where file.Extension == ".md"
        let titles = Headings(file).Count(heading => heading.Level == 1)
        where titles != 1
        select file.At(1, FormattableString.Invariant($"{titles} titles"), "write exactly one line \"# Title\"");

    /// <summary>The two READMEs of the root say the same: same headings in order, same blocks of code.</summary>
    public static IEnumerable<Finding> LanguagesAgree(Repository repository)
    {
        var pair = new[] { English, Chinese };
        foreach (var missing in pair.Where(path => repository.Find(path) is null))
        {
            yield return new Finding(missing, 1, "missing", "write it");
        }

        if (repository.Find(English) is not { } english || repository.Find(Chinese) is not { } chinese)
        {
            yield break;
        }

        if (!Headings(english).Select(heading => heading.Level).SequenceEqual(
            Headings(chinese).Select(heading => heading.Level)))
        {
            yield return chinese.At(1, $"headings differ from {English}", "give both the same sections");
        }

        foreach (var file in new[] { english, chinese })
        {
            foreach (var command in Commands.Where(command => !file.Text.Contains(command, StringComparison.Ordinal)))
            {
                yield return file.At(1, "a first command is missing", $"show {command}");
            }
        }
    }

    /// <summary>A link or picture that names no site and no place in the page is a file that is there.</summary>
    public static IEnumerable<Finding> LinksLead(Repository repository) =>
        from file in repository.Files
        where file.Extension == ".md"
        from match in Link().Matches(file.Text)
        let target = match.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#')
        where !repository.Has(Resolve(file.Folder, target.Split('#')[0]))
        select file.At(file.LineOf(match.Index), $"{target} is not there", "correct the link or add the file");

    public static IEnumerable<Finding> ForeignWords(Repository repository) =>
        Matches(repository, Foreign(), "belongs to the making, not to the program", "say it for who reads the code");

    public static IEnumerable<Finding> LeftOvers(Repository repository) =>
        Matches(repository, LeftOver(), "left-over mark", "do it, or say under \"missing\" in the README");

    private static IEnumerable<Finding> Matches(Repository repository, Regex pattern, string what, string toDo) =>
        from file in repository.Files
        where file.Extension is not (".sln" or ".svg") && !file.Name.Contains(".min.", StringComparison.Ordinal)
            && !file.Path.Contains("/lib/", StringComparison.Ordinal)
        from match in pattern.Matches(file.Text)
        select file.At(file.LineOf(match.Index), $"\"{match.Value}\" {what}", toDo);

    private static string Resolve(string folder, string target)
    {
        var steps = new Stack<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.TrimEnd('/').Split('/'))
        {
            if (step == "..")
            {
                steps.TryPop(out _);
            }
            else if (step != ".")
            {
                steps.Push(step);
            }
        }

        return string.Join('/', steps.Reverse());
    }

    private static IEnumerable<(int Level, string Text)> Headings(SourceFile file)
    {
        var fenced = false;
        foreach (var line in file.Lines)
        {
            fenced ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            var match = Heading().Match(line);
            if (!fenced && match.Success)
            {
                yield return (match.Groups["marks"].Length, match.Groups["text"].Value);
            }
        }
    }

    [GeneratedRegex("^(?<marks>#{1,6}) (?<text>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    /// <remarks>Each word has one letter in brackets, so that the pattern does not find itself.</remarks>
    [GeneratedRegex("""
        (?<![\w.}])/([w]ork|[r]oot|[t]mp)/
        |\.\./[s]hared/(?!data)
        |\b[i]ssue\s+\#?\d+
        |\b[h]elper\s+agent|\b[s]ub-?agent|\bAI\s+[a]gent|\bcoding\s+[a]gent|\b[l]anguage\s+model
        |\b(this|that|previous|next|last|earlier|later)\s+[s]ession\b
        |\bgit\s+[w]orktree|\b[d]esign\.md|\b[s]tyle\.md|\b[l]essons\.md|\b[d]omain\.md|\b[r]eports\.md|\b[s]tack\.md
        |\b[d]esign\s+decisions?\s+\d|\bthe\s+[b]rief\b|\b[c]laude\b|\b[c]hatgpt\b|\b[a]nthropic\b|\b[o]penai\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\b([T]ODO|[F]IXME|[H]ACK)\b")]
    private static partial Regex LeftOver();
}
