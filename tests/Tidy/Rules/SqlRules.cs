using System.Text.RegularExpressions;

namespace Analytics.Tidy.Rules;

/// <summary>Where SQL stands, and how it is written.</summary>
internal static partial class SqlRules
{
    private static readonly string[] Composers = ["ViewComposer.cs", "ExploreComposer.cs"];

    /// <summary>Who owns an engine may say to it what takes no bound value: attach, pragma and the like.</summary>
    private static readonly string[] EngineOwners = ["model/Ledger", "model/Workspace", "model/Star"];

    public static IEnumerable<Finding> InStrings(Repository repository) =>
        from file in repository.Code
        where !file.IsTest && !(file.IsUnder("reports") && Composers.Contains(file.Name))
        let ownsEngine = EngineOwners.Any(file.IsUnder)
        from literal in file.Literals
        where Statement().IsMatch(literal.Text) || (!ownsEngine && EngineStatement().IsMatch(literal.Text))
        select file.At(literal.Line, "SQL in a string", "move it to a .sql file of the project and bind its values");

    public static IEnumerable<Finding> UpperCase(Repository repository) =>
        Matches(repository.Sql, UpperWord(), "upper case", "write SQL in lower case");

    public static IEnumerable<Finding> SelectStar(Repository repository) =>
        Matches(repository.Sql.Where(file => !file.IsTest && !file.IsUnder("ingest/staging")), Star(),
            "select *", "name the columns");

    public static IEnumerable<Finding> ShortAliases(Repository repository) =>
        Matches(repository.Sql, ShortAlias(), "alias of one letter", "use a word");

    public static IEnumerable<Finding> BareAliases(Repository repository) =>
        Matches(repository.Sql, BareAlias(), "alias without as", "write as");

    private static IEnumerable<Finding> Matches(
        IEnumerable<SourceFile> files, Regex pattern, string what, string toDo) =>
        from file in files
        let bare = SqlText.Bare(file.Text)
        from match in pattern.Matches(bare)
        let word = match.Groups["word"]
        select file.At(file.LineOf(word.Index), $"{what}: {file.Text.Substring(word.Index, word.Length)}", toDo);

    /// <remarks>All lower or all upper case: a capital alone opens an English sentence.</remarks>
    [GeneratedRegex("""
        ^\s*(select|SELECT)\s[\s\S]*\b(from|FROM)\s
        |^\s*(select|SELECT)\s+(\w+\(|\d+\s*;?\s*$)
        |^\s*(with|WITH)\s+(recursive\s+)?\w+(\s*\([^)]*\))?\s+(as|AS)\s*(materialized\s*)?\(
        |\b(select|SELECT)\s+(distinct\s+)?(?<item>\*|[\w."{}]+(\([^)]*\))?)(\s+(as|AS)\s+\w+)?
            (\s*,\s*(\*|[\w."{}]+(\([^)]*\))?)(\s+(as|AS)\s+\w+)?)*\s+(from|FROM)\s+["\w{(]
        |\b(insert|INSERT)\s+((or|OR)\s+\w+\s+)?(into|INTO)\s
        |\b(update|UPDATE)\s+[\w."{}]+\s+((as|AS)\s+\w+\s+)?(set|SET)\s
        |\b(delete|DELETE)\s+(from|FROM)\s+["\w{]
        |\b(create|CREATE)\s+((or|OR)\s+(replace|REPLACE)\s+)?((temp|temporary|unique|TEMP|TEMPORARY|UNIQUE)\s+)?
            (table|view|macro|index|schema|trigger|TABLE|VIEW|MACRO|INDEX|SCHEMA|TRIGGER)\s+["\w{]
        |^\s*(drop|DROP)\s+(table|view|macro|index|schema|TABLE|VIEW|MACRO|INDEX|SCHEMA)\s
        |^\s*(alter|ALTER)\s+(table|TABLE)\s
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex("""
        ^\s*(attach|ATTACH)\s+(['"{]|if\s|database\s)
        |^\s*(detach|DETACH)\s+["{\w]+\s*;?\s*$
        |^\s*(pragma|PRAGMA)\s+\w
        |^\s*(checkpoint|CHECKPOINT)\b[\s\w{}]*;?\s*$
        |^\s*(set|SET)\s+\w+\s*(=|to\s)
        |^\s*(copy|COPY)\s+[("{\w].*\b(to|from)\s
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex EngineStatement();

    [GeneratedRegex(@"(?<![\w$@""])(?<word>[a-z_]*[A-Z]\w*)")]
    private static partial Regex UpperWord();

    [GeneratedRegex(@"\bselect\s+(distinct\s+)?(?<word>(\w+\.)?\*)|,\s*(?<word>\w+\.\*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Star();

    [GeneratedRegex(@"\bas\s+(?<word>[a-z])\b(?!\s*[.(])")]
    private static partial Regex ShortAlias();

    /// <remarks>A word after a table's name that is no word of the grammar is an alias.</remarks>
    [GeneratedRegex("""
        (?<!\bdistinct\s)\b(from|join)\s+[a-z_][\w.]*\s+(?!(as|on|using|where|group|order|join|left|right|inner|full
        |cross|outer|natural|semi|anti|asof|positional|limit|offset|union|except|intersect|having|qualify|window|sample
        |tablesample|pivot|unpivot|set|values|select|when|then|else|end|returning|for|with|and|or|is|not|in|between|like
        |desc|asc|over|lateral|indexed|by|at|from|plus|cast|filter|rows|range)\b)(?<word>[a-z_]\w*)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex BareAlias();
}
