using Analytics.Ingest.Import.Expressions;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Reading;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>A mapping bound to a file: what each row means.</summary>
internal sealed class Plan : IPlan
{
    private readonly MappingFile file;
    private readonly BusinessDay day;
    private readonly Compute[] groupBy;
    private readonly int lastGroupColumn;
    private readonly Compute? where;
    private readonly (Lookup Rows, Compute On)[] _joins;

    private Plan(MappingFile file, Columns columns, Binder binder, (Lookup Rows, Compute On)[] joins, BusinessDay day)
    {
        this.file = file;
        this.day = day;
        var numbers = Numbers(file);
        var bind = new FieldBinder(binder, numbers);
        Formula[] groupBy = file.GroupBy.Count > 0 ? [.. file.GroupBy] : [file.Document.DocumentNo];
        this.groupBy = [.. groupBy.Select(formula => binder.Bind(formula.Root))];
        lastGroupColumn = groupBy.SelectMany(formula => formula.Root.Columns())
            .Select(columns.Find)
            .Max(place => (int?)(place.Part == 0 ? place.Index : 0)) ?? -1;
        this.where = file.Where is null ? null : binder.Truth(file.Where.Root);
        _joins = joins;
        Head = new HeadPlan(bind, file.Document, file.Source.HasTypedDates, day);
        Line = new LinePlan(bind, file.Lines, day);
        Masters = MasterPlan.All(bind, file.Masters);
    }

    /// <summary>As many as the book takes lines in a document.</summary>
    public int MaxRows => 10_000;

    public bool Sort => file.Sort;

    public Words NotAdjacent { get; } = new(
        "同一单据的行在文件中不相邻；请在映射中写 \"sort\": true",
        "rows of a document must be adjacent: set \"sort\": true in the mapping");

    public HeadPlan Head { get; }

    public LinePlan Line { get; }

    public IReadOnlyList<MasterPlan> Masters { get; }

    /// <param name="file">The mapping.</param>
    /// <param name="header">The source's head.</param>
    /// <param name="open">Opens a related file.</param>
    /// <param name="day">When a business day begins.</param>
    /// <exception cref="SourceException">A column or related file is missing.</exception>
    public static Plan Bind(
        MappingFile file, string[] header, Func<JoinSpec, IRowReader> open, BusinessDay day)
    {
        if (Columns.Missing(file, header) is { Count: > 0 } missing)
        {
            throw MissingColumns(missing, header);
        }

        var columns = new Columns(header);
        foreach (var join in file.Joins)
        {
            columns.Add(join.Name, RelatedHeader(join, open));
        }

        // Found before the related files are read, so that only the columns in use are kept.
        Check(file, columns);
        var binder = new Binder(columns.Find, Numbers(file), file.Source.Nulls);
        var joins = file.Joins
            .Select((join, n) => (Lookup.Read(join, columns.Kept(n + 1), open), binder.Bind(join.On.Root)))
            .ToArray();
        return new Plan(file, columns, binder, joins, day);
    }

    public IRowReader Open(string path, string tempFolder, CancellationToken ct) =>
        SourceFile.Open(path, file.Source, tempFolder, ct);

    public Words? Join(Row row)
    {
        if (_joins.Length == 0)
        {
            return null;
        }

        Words? wrong = null;
        row.Related = new string[]?[_joins.Length];
        for (var n = 0; n < _joins.Length; n++)
        {
            var key = _joins[n].On(row);
            if (key.IsFault)
            {
                wrong ??= key.Fault;
                continue;
            }

            row.Related[n] = _joins[n].Rows.Find(key.AsText(), out var fault);
            wrong ??= fault;
        }

        return wrong;
    }

    public bool Wants(Row row, out Words? fault)
    {
        fault = null;
        if (this.where is null)
        {
            return true;
        }

        var value = this.where(row);
        fault = value.IsFault ? value.Fault.At("where") : null;
        return value.IsFault || value.Truth;
    }

    public string? GroupOf(Row row)
    {
        if (row.Filled <= lastGroupColumn)
        {
            return null;
        }

        var key = new string[this.groupBy.Length];
        for (var n = 0; n < key.Length; n++)
        {
            var value = this.groupBy[n](row);
            if (value.IsFault)
            {
                return null;
            }

            key[n] = value.AsText().Trim();
        }

        return key.Length == 1 ? key[0] : string.Join('\u001f', key);
    }

    public string DocumentNo(Row row) => Head.DocumentNo(row);

    public void Take(Draft draft, Row row)
    {
        var faults = new List<Words>();
        var head = Head.Read(row, faults);
        var line = Line.Read(row, head?.Kind, faults);
        var masters = new List<MasterDraft>(Masters.Count);
        foreach (var master in Masters)
        {
            if (master.Read(row, faults) is { } made)
            {
                masters.Add(made);
            }
        }

        if (head is not null && draft.Head?.ContradictedBy(head, day) is { } field)
        {
            faults.Add(new Words(
                $"该行的 {field} 与单据首行不同；请改正，或把它加入映射的 group_by",
                $"{field} differs from the document's first row: mend it, or add it to group_by in the mapping"));
        }

        if (faults.Count > 0)
        {
            draft.Add(row, Words.Join(faults));
        }
        else
        {
            draft.Add(row, head!, line!, masters);
        }
    }

    private static NumberFormat Numbers(MappingFile file) => new(
        file.Numbers.DecimalPoint[0], file.Numbers.Thousands.Length > 0 ? file.Numbers.Thousands[0] : null);

    private static string[] RelatedHeader(JoinSpec join, Func<JoinSpec, IRowReader> open)
    {
        using var rows = open(join);
        return rows.Header.Contains(join.Key, StringComparer.OrdinalIgnoreCase)
            ? rows.Header
            : throw MissingColumns([$"{join.File} → {join.Key}"], rows.Header);
    }

    private static void Check(MappingFile file, Columns columns)
    {
        foreach (var (key, formula) in MappingFormulas.All(file))
        {
            try
            {
                foreach (var column in formula.Root.Columns())
                {
                    columns.Find(column);
                }
            }
            catch (FormulaException wrong)
            {
                throw new SourceException(
                    $"映射的 {key}：{formula.Text}：{wrong.Message}",
                    $"{key} in the mapping: {formula.Text}: {wrong.Message}");
            }
        }
    }

    private static SourceException MissingColumns(IReadOnlyList<string> missing, string[] header) => new(
        $"缺少列：{string.Join('、', missing)}；文件中有：{string.Join('、', header)}。请补列，或在映射中改列名（固定文字要加引号）",
        $"columns missing: {string.Join(", ", missing)}; the file has: {string.Join(", ", header)}. "
        + "Add them, or name the right ones in the mapping (a fixed text stands in quotes)");
}
