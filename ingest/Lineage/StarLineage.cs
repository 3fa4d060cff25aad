using System.Text.RegularExpressions;
using Analytics.Star;

namespace Analytics.Ingest.Lineage;

/// <summary>Where each column of the star is from, read off the statements that fill it: load/ and clear/ from staging,
/// staging/ itself, and Extract/ from the book. Nothing is listed by hand.</summary>
/// <remarks>Extract/x.sql reads what staging/x.sql declares, column for column.</remarks>
public sealed partial class StarLineage
{
    private static readonly SqlFiles Files = new(typeof(StarLineage).Assembly);

    /// <summary>By table, its columns in order.</summary>
    private readonly Dictionary<string, List<string>> declared = new(StringComparer.Ordinal);

    /// <summary>By column of the star or of staging, what it is made from directly.</summary>
    private readonly Dictionary<ColumnName, IReadOnlySet<ColumnName>> direct = [];

    private StarLineage()
    {
    }

    /// <summary>The tables of the star, in order.</summary>
    public static IEnumerable<string> Tables => StarSchema.Tables.Select(table => table.Name);

    /// <summary>Reads all statements.</summary>
    /// <exception cref="InvalidDataException">A statement has what lineage does not follow; its file is named.
    /// </exception>
    public static async Task<StarLineage> ReadAsync(CancellationToken ct)
    {
        var lineage = new StarLineage();
        var statements = lineage.Statements();
        var trees = await SelectTrees.ParseAsync(statements.Select(statement => statement.Select), ct);
        foreach (var (statement, tree) in statements.Zip(trees))
        {
            try
            {
                lineage.Add(statement, new SelectReader(lineage.Table).Read(tree));
            }
            catch (NotSupportedException e)
            {
                throw new InvalidDataException($"{statement.File}: {e.Message}", e);
            }
        }

        return lineage;
    }

    /// <summary>Of all columns of a table, or of one; empty where there is no such table or column.</summary>
    public IReadOnlyList<ColumnLineage> Of(string table, string? column) =>
        StarSchema.Tables.Any(known => known.Name == table)
            ? declared[table].Where(name => column is null || name == column)
                .Select(name => Of(new ColumnName(table, name))).ToList()
            : [];

    /// <summary>The columns of the star that stand on a column of the book, or of staging; on any of a table where no
    /// column is said.</summary>
    public IReadOnlyList<ColumnName> StandingOn(string table, string? column) =>
        Tables.SelectMany(name => Of(name, null))
            .Where(found => found.Staging.SelectMany(staged => staged.Ledger.Append(staged.Column))
                .Any(source => source.Table == table && (column is null || source.Column == column)))
            .Select(found => found.Column).ToList();

    private static bool IsStaging(string table) => table.StartsWith("staging_", StringComparison.Ordinal);

    private ColumnLineage Of(ColumnName column)
    {
        var staging = new SortedDictionary<ColumnName, SortedSet<ColumnName>>();
        var seen = new HashSet<ColumnName> { column };
        var ahead = new Queue<ColumnName>(direct[column]);
        while (ahead.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            var from = Direct(next);
            if (IsStaging(next.Table) && !from.Any(source => IsInStar(source.Table) || IsStaging(source.Table)))
            {
                staging[next] = [.. from];
                continue;
            }

            foreach (var source in from)
            {
                ahead.Enqueue(source);
            }
        }

        return new ColumnLineage(
            column,
            direct[column].Where(source => IsInStar(source.Table) && source != column).Order().ToList(),
            staging.Select(staged => new StagedColumn(staged.Key, [.. staged.Value])).ToList());
    }

    private static bool IsInStar(string table) => StarSchema.Tables.Any(known => known.Name == table);

    /// <summary>What a column is made from; of a table's rows, the rows of what it is read from.</summary>
    private IReadOnlySet<ColumnName> Direct(ColumnName column) =>
        direct.GetValueOrDefault(column) ?? new HashSet<ColumnName>();

    private Relation Table(string name)
    {
        if (declared.TryGetValue(name, out var columns))
        {
            return Relation.Of(name, columns);
        }

        return IsStaging(name)
            ? throw new NotSupportedException($"{name}, which no statement declares")
            : Relation.Of(name, null);
    }

    private void Add((string File, string Target, bool IsByPlace, string Select) statement, Relation answer)
    {
        var (_, target, isByPlace, _) = statement;
        if (!declared.TryGetValue(target, out var names))
        {
            declared[target] = names = answer.Columns!.Select(column => column.Name).ToList();
        }

        for (var at = 0; at < answer.Columns!.Count; at++)
        {
            Add(new ColumnName(target, isByPlace ? names[at] : answer.Columns[at].Name), answer.Columns[at].From);
        }

        Add(
            new ColumnName(target, ColumnName.Rows),
            answer.Rows.Select(table => new ColumnName(table, ColumnName.Rows)).ToHashSet());
    }

    private void Add(ColumnName column, IReadOnlySet<ColumnName> from) =>
        direct[column] = direct.TryGetValue(column, out var known) ? known.Union(from).ToHashSet() : from;

    /// <summary>Declares all tables and answers the selects that fill them; what a select reads stands before it.
    /// </summary>
    private List<(string File, string Target, bool IsByPlace, string Select)> Statements()
    {
        foreach (var table in StarSchema.Tables)
        {
            Declare(table.Text);
        }

        var made = new List<(string File, string Target, bool IsByPlace, string Select)>();
        foreach (var (file, statement) in Under("staging/").Concat(Under("clear/")).Concat(Under("load/")))
        {
            if (!Declare(statement) && Filled().Match(statement) is { Success: true } match)
            {
                made.Add((file, match.Groups["name"].Value, false, statement[match.Length..]));
            }
        }

        foreach (var (file, statement) in Under("Extract/"))
        {
            made.Add((
                file, "staging_" + Path.GetFileNameWithoutExtension(file), true, Value().Replace(statement, "$$$1")));
        }

        return made;
    }

    private bool Declare(string statement)
    {
        var match = Declared().Match(Comment().Replace(statement, ""));
        if (match.Success)
        {
            declared[match.Groups["name"].Value] = Column().Matches(match.Groups["columns"].Value)
                .Select(column => column.Groups["name"].Value).ToList();
        }

        return match.Success;
    }

    private static IEnumerable<(string File, string Statement)> Under(string folder) =>
        from file in Files.Under(folder)
        from statement in Comment().Replace(file.Text, "").Split(';')
        where statement.Trim().Length > 0
        select ($"{folder}{file.Name}.sql", statement.Trim());

    [GeneratedRegex("^ *--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^\s*create (or replace )?(temp )?table (?<name>\w+) \((?<columns>.*)\)\s*;?\s*$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^    (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Column();

    [GeneratedRegex(
        @"^(insert\sinto\s(?<name>\w+)\sby\sname|create\s(or\sreplace\s)?temp\s(table|view)\s(?<name>\w+)\sas)\s",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Filled();

    /// <remarks>A value of the book's engines, which DuckDB writes with a dollar.</remarks>
    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Value();
}
