using Analytics.Reports.Compare;
using Analytics.Reports.Relations;
using Analytics.Reports.Running;
using Analytics.Star;

namespace Analytics.Reports.Definition;

/// <summary>Turns a file of the catalog into a definition, or says everything that is wrong with it.</summary>
internal static class DefinitionParser
{
    /// <summary>What the runner takes itself where a report declares it, so that the text need not name it: its type,
    /// and all it may be where that is a list.</summary>
    private static readonly Dictionary<string, (ParameterType Type, string[] Choices)> Reserved =
        new(StringComparer.Ordinal)
        {
            ["period"] = (ParameterType.Text, []),
            ["from_date"] = (ParameterType.Date, []),
            ["to_date"] = (ParameterType.Date, []),
            ["compare"] = (ParameterType.Window, []),
            ["grain"] = (ParameterType.Text, [.. Enum.GetNames<Grain>().Select(name => name.ToLowerInvariant())]),
            ["store_scope"] = (ParameterType.Text, ComparableStores.Choices),
            [TaxBasis.Parameter] = (ParameterType.Text, TaxBasis.Choices),
            [AmountUnit.Parameter] = (ParameterType.Text, AmountUnit.Choices),
            [QuantityUnit.Parameter] = (ParameterType.Text, QuantityUnit.Choices),
        };

    public static (ReportDefinition? Definition, IReadOnlyList<HeaderFault> Faults) Parse(
        string id, string text, Glossary glossary)
    {
        var faults = new List<HeaderFault>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var header = Header.Read(lines, faults);
        var parameters = ParameterList.Read(header.Lines("params"), faults)
            .Select(entry => (Parameter: Bounded(entry.Parameter), entry.Line)).ToList();
        var sql = string.Join('\n', lines.Skip(header.SqlLine - 1)).Trim();
        var tokens = SqlTokens.Of(string.Join('\n', lines.Skip(header.SqlLine - 1)), header.SqlLine);
        var definition = new ReportDefinition(id, Title(header, faults), sql)
        {
            Grain = (header.Text("grain") ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Parameters = parameters.Select(entry => entry.Parameter).ToList(),
            Share = header.Text("share"),
            Chart = header.Text("chart"),
            Drill = header.Text("drill"),
            Deliver = header.Text("deliver"),
            Why = Why(header),
        };
        CheckParameters(parameters, tokens, faults);
        CheckColumns(definition, header, tokens, glossary, faults);
        return (faults.Count == 0 ? definition : null, faults.OrderBy(fault => fault.Line).ToList());
    }

    private static Label Title(Header header, List<HeaderFault> faults)
    {
        var halves = (header.Text("title") ?? "").Split('|', StringSplitOptions.TrimEntries);
        if (halves.Length != 2 || halves.Any(half => half.Length == 0))
        {
            faults.Add(new(header.LineOf("title"), "a title has two halves: '-- title: 中文 | English'"));
            return default;
        }
        return new(halves[0], halves[1]);
    }

    /// <summary>One half serves both languages, where a company writes but one.</summary>
    private static Label? Why(Header header)
    {
        if (header.Text("why") is not { } text)
        {
            return null;
        }
        var halves = text.Split('|', 2, StringSplitOptions.TrimEntries);
        return new(halves[0], halves[^1]);
    }

    private static void CheckParameters(
        IReadOnlyList<(ReportParameter Parameter, int Line)> declared, IReadOnlyList<SqlToken> tokens,
        List<HeaderFault> faults)
    {
        var names = declared.Select(entry => entry.Parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var token in tokens.Where(token => token.Kind == SqlTokenKind.Parameter))
        {
            if (names.Add(token.Text))
            {
                faults.Add(new(token.Line, $"parameter ${token.Text} is not declared; add it to params"));
            }
        }
        foreach (var (parameter, line) in declared)
        {
            if (Reserved.TryGetValue(parameter.Name, out var own) && own.Type != parameter.Type)
            {
                faults.Add(new(line, $"'{parameter.Name}' is a reserved name of type {TypeName(own.Type)}"));
            }
            else if (own.Choices is { Length: > 0 } all && parameter.Choices.FirstOrDefault(
                choice => !all.Contains(choice)) is { } unknown)
            {
                faults.Add(new(line, $"'{parameter.Name}' is never '{unknown}'; it is {string.Join("|", all)}"));
            }
            if (!IsUsed(parameter, declared, tokens))
            {
                faults.Add(new(line, $"parameter '{parameter.Name}' is declared and not used; use it or take it out"));
            }
            if (Arguments.ArgumentReader.FaultOfDefault(parameter) is { } fault)
            {
                faults.Add(new(line, fault));
            }
        }
    }

    /// <summary>A reserved name without choices of the file's may be all that the runner knows.</summary>
    private static ReportParameter Bounded(ReportParameter parameter) =>
        parameter.Choices.Count == 0 && Reserved.TryGetValue(parameter.Name, out var own)
            ? parameter with { Choices = own.Choices }
            : parameter;

    private static bool IsUsed(
        ReportParameter parameter, IReadOnlyList<(ReportParameter Parameter, int Line)> declared,
        IReadOnlyList<SqlToken> tokens)
    {
        var hasRange = declared.Any(entry => entry.Parameter.Name == "from_date")
            && declared.Any(entry => entry.Parameter.Name == "to_date");
        var readsBuckets = tokens.Any(token => token.IsWord("bucket"));
        return parameter.Name switch
        {
            "period" or "compare" or "store_scope" => hasRange,
            "grain" => readsBuckets,
            AmountUnit.Parameter => true,
            QuantityUnit.Parameter => Array.TrueForAll(
                QuantityUnit.Columns, name => tokens.Any(token => token.Depth == 0 && token.IsWord(name))),
            TaxBasis.Parameter => tokens.Any(token => TaxBasis.Columns.Any(token.IsWord)),
            "from_date" or "to_date" when readsBuckets => true,
            _ when parameter.Type == ParameterType.Dimension =>
                tokens.Any(token => token.IsWord(parameter.Name + "_code")),
            _ => tokens.Any(token => token.Kind == SqlTokenKind.Parameter && token.Text == parameter.Name),
        };
    }

    private static void CheckColumns(
        ReportDefinition definition, Header header, IReadOnlyList<SqlToken> tokens, Glossary glossary,
        List<HeaderFault> faults)
    {
        var columns = SelectList.Of(tokens);
        if (columns.Count == 0)
        {
            faults.Add(new(header.SqlLine, "no select follows the header"));
        }
        foreach (var (name, line) in columns)
        {
            if (name is null)
            {
                faults.Add(new(line, "a column has no name; write 'as name' after it"));
            }
            else if (!ColumnLabels.Knows(name, definition, glossary))
            {
                faults.Add(new(line, $"column '{name}' has no label; add a row to model/Star/glossary.csv"));
            }
        }
        foreach (var missing in definition.Grain.Where(name => columns.All(column => column.Name != name)))
        {
            faults.Add(new(header.LineOf("grain"), $"grain names '{missing}', which is no column of the select"));
        }
        if (definition.Share is { } share && glossary.Find(share) is not { IsAdditive: true })
        {
            faults.Add(new(header.LineOf("share"), $"'{share}' does not add up, so it has no parts; name a sum"));
        }
        else if (definition.Share is { } named && columns.All(column => column.Name != named))
        {
            faults.Add(new(header.LineOf("share"), $"share names '{named}', which is no column of the select"));
        }
        if (definition.Grain.Count == 0)
        {
            faults.Add(new(header.LineOf("grain"), "no grain: name the columns that are unique together"));
        }
    }

    private static string TypeName(ParameterType type) => type.ToString().ToLowerInvariant();
}
