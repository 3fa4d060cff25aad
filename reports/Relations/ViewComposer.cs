using System.Globalization;
using System.Text;
using Analytics.Reports.Compare;

namespace Analytics.Reports.Relations;

/// <summary>Composes SQL, the only place that does: puts the logical relations that a text names before it, as views of
/// the generation's tables that carry the scope.</summary>
/// <remarks>Identifiers come from the generation's own catalog, never from a request; dates and minutes are typed
/// values
/// in their one written form; all else is bound. The views are common table expressions of the statement, so nothing is
/// left on
/// a connection for the next to read, and all windows are one statement.</remarks>
internal sealed class ViewComposer(StarTables tables)
{
    public const string Bucket = "bucket";

    /// <summary>The column of a bucket that says whether it is of the base.</summary>
    public const string IsBase = "is_base";

    /// <summary>Name of the column that tells the branches of a statement apart.</summary>
    public const string BranchColumn = "branch_number";

    public const string StoresParameter = Definition.ParameterList.ReservedPrefix + "stores";
    public const string CategoriesParameter = Definition.ParameterList.ReservedPrefix + "categories";
    public const string DepartmentsParameter = Definition.ParameterList.ReservedPrefix + "departments";

    /// <summary>Rows of a rollup from which on sums of it may serve: below, planning takes longer than reading.
    /// </summary>
    private const long LeastFolded = 100_000;

    /// <summary>Before a column of the table's own.</summary>
    private const string Row = "fact.";

    /// <summary>True, false and unknown.</summary>
    private const long ValuesOfBool = 3;

    private static readonly string[] CostWords = ["cost_", "margin_", "management_", "value_"];

    /// <summary>Margins under other names.</summary>
    private static readonly HashSet<string> MarginColumns = ["window_margin_amount", "risk_amount"];

    private static readonly HashSet<string> CostTables =
        ["fact_purchase", "fact_stock_movement", "fact_daily_stock", "fact_cost_layer"];

    /// <summary>Facts that hold what the company set for all: nothing of a store, item or department to hide.</summary>
    private static readonly HashSet<string> OfAll = ["fact_aging_band"];

    /// <summary>Facts whose rows are of either side, and which of them are sales: what a supplier asks for is cost.
    /// </summary>
    private static readonly Dictionary<string, string> SalesRows = new(StringComparer.Ordinal)
    {
        ["fact_invoice"] = "fact.invoice_side = 'sales'",
        ["fact_order"] = "fact.order_kind in ("
            + "'quotation', 'sales_contract', 'sales_order', 'return_order', 'sales_invoice_request')",
    };

    private static readonly string[] CategoryColumns = ["category1_code", "category2_code", "category_code"];

    /// <summary>The smallest tables on which the text binds, or null with the relation for which there is
    /// none.</summary>
    public ViewPlan? Choose(TextShape shape, Footing footing, out string? without)
    {
        var chosen = new SortedDictionary<string, StarTable>(StringComparer.Ordinal);
        without = null;
        foreach (var relation in shape.Relations.Where(name => name != Bucket))
        {
            var table = tables.Candidates(relation, footing.UseRollups && !shape.HasStar)
                .FirstOrDefault(table => Carries(table, relation, shape, footing));
            if (table is null)
            {
                without = relation;
                return null;
            }
            chosen.Add(relation, table);
        }
        return new(footing, shape, chosen);
    }

    /// <summary>The text once per branch, in one statement; each row begins with its branch's number.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="branches">At least one.</param>
    /// <param name="columns">The select list over <c>answer</c>.</param>
    public string Statement(string sql, IReadOnlyList<Branch> branches, string columns)
    {
        var folds = new Folds();
        foreach (var branch in branches)
        {
            foreach (var (relation, shape) in branch.Plan.Shape.Folds)
            {
                if (FoldOf(relation, shape, branch) is { } fold)
                {
                    folds.Add(branch, relation, fold);
                }
            }
        }
        // What several branches share stands before all of them, and of one alone within it: the engine's parser takes
        // no expressions before one select in brackets.
        var shared = string.Join(",\n", folds.Expressions());
        var text = new StringBuilder(shared.Length > 0 && branches.Count > 1 ? $"with {shared}\n" : "");
        for (var i = 0; i < branches.Count; i++)
        {
            var views = string.Join(
                ",\n", (branches.Count == 1 ? folds.Expressions() : []).Concat(Views(branches[i], folds)));
            text.Append(i == 0 ? "(\n" : "union all\n(\n")
                .Append(views.Length == 0 ? "" : $"with {views}\n")
                .Append(CultureInfo.InvariantCulture, $"select {i} as {BranchColumn}, {columns}\n")
                .Append(CultureInfo.InvariantCulture, $"from (\n{sql}\n) as answer\n)\n");
        }
        return text.ToString();
    }

    /// <summary>The rows of a statement: some columns, each by an expression over <c>answer</c>, in an order.</summary>
    /// <param name="statement">As composed here.</param>
    /// <param name="columns">In their order.</param>
    /// <param name="order">Expressions; none leaves the statement's own.</param>
    public static string Rows(
        string statement, IEnumerable<(string Expression, string Name)> columns, IEnumerable<string> order)
    {
        var list = string.Join(", ", columns.Select(column => $"{column.Expression} as {Quoted(column.Name)}"));
        var sorted = string.Join(", ", order);
        return $"select {list}\nfrom (\n{statement}\n) as answer{(sorted.Length > 0 ? "\norder by " : "")}{sorted}";
    }

    /// <summary>The tables the branch reads, in the order of their relations.</summary>
    public IEnumerable<string> TableNames(Branch branch) => branch.Plan.Tables.Keys
        .SelectMany(relation => Sources(relation, branch)).Select(source => source.Table.Name).Distinct();

    /// <summary>Whether a part of a day can be told of the relation.</summary>
    public bool HasMinutes(string relation) => FactOf(relation).Has("business_minute");

    private IEnumerable<string> Views(Branch branch, Folds folds)
    {
        foreach (var relation in branch.Plan.Tables.Keys)
        {
            yield return $"{Quoted(relation)} as not materialized (\n"
                + $"{View(relation, branch, folds.NameOf(branch, relation))})";
        }
        if (branch.Plan.Shape.ReadsBuckets)
        {
            yield return $"{Bucket} as not materialized (\nselect "
                + $"{OneOf(branch.Buckets, bucket => bucket.Date)} as bucket_date, "
                + $"{OneOf(branch.Buckets, bucket => bucket.Range.From)} as from_date, "
                + $"{OneOf(branch.Buckets, bucket => bucket.Range.To)} as to_date"
                + (branch.Plan.Shape.ReadsBase ? $", {BaseMarks(branch.Buckets)} as {IsBase})" : ")");
        }
    }

    /// <summary>A day of each bucket. Of one bucket alone it is a constant, which the engine takes into the conditions
    /// on each row; of several it is one constant too, for as many as buckets would take longer to plan than to run.
    /// </summary>
    private static string OneOf(IReadOnlyList<Bucket> buckets, Func<Bucket, DateOnly> day) =>
        buckets.Count == 1 ? Literal(day(buckets[0])) : $"unnest({Literal(buckets.Select(day))})";

    /// <param name="relation">Its rows.</param>
    /// <param name="branch">Of which branch.</param>
    /// <param name="fold">The sums to read in place of the table's rows; null for the rows.</param>
    private string View(string relation, Branch branch, string? fold)
    {
        var (shape, footing) = (branch.Plan.Shape, branch.Plan.Footing);
        var sources = Sources(relation, branch);
        var table = sources[0].Table;
        var dims = new SortedDictionary<string, DimJoin>(StringComparer.Ordinal);
        var columns = (fold is not null ? shape.Folds[relation].Columns
            : shape.HasStar ? table.Columns.Keys.Concat(shape.Columns).Distinct()
            : shape.Columns)
            .Order(StringComparer.Ordinal)
            .Select(column => (Column: column, Expression: Expression(table, column, footing, dims)))
            .Where(entry => entry.Expression is not null)
            .Select(entry => $"{entry.Expression} as {Quoted(entry.Column)}").ToList();
        var text = new StringBuilder();
        text.Append("select ").AppendJoin(", ", columns.DefaultIfEmpty("1 as one"));
        text.Append(CultureInfo.InvariantCulture, $"\nfrom {fold ?? From(sources)} as fact\n");
        foreach (var join in dims.Values)
        {
            var alias = Quoted("dim_" + join.Alias);
            text.Append(CultureInfo.InvariantCulture, $"left join {join.Dim.Place} as {alias}")
                .Append(
                    CultureInfo.InvariantCulture,
                    $" on {alias}.{Quoted(join.DimKey)} = fact.{Quoted(join.FactKey)}")
                .Append(join.Dim.Has("is_current") ? $" and {alias}.is_current\n" : "\n");
        }
        return text + (fold is null ? Where(Limits(sources, footing)) : "");
    }

    /// <summary>What the branch may read sums of, or null where it has to have the rows.</summary>
    private Fold? FoldOf(string relation, FoldShape shape, Branch branch)
    {
        var footing = branch.Plan.Footing;
        var sources = Sources(relation, branch);
        var table = sources[0].Table;
        if (footing.IsTaxIncluded || StarTables.DateOf(table) is not { } date
            || (table != FactOf(relation) && table.Rows < LeastFolded)
            || !shape.Summed.Concat(shape.Filtered).All(table.Has))
        {
            return null;
        }
        var days = Reach(relation, table, branch).Sum(range => (long)range.Days);
        var dims = new SortedDictionary<string, DimJoin>(StringComparer.Ordinal);
        var keys = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var key in shape.Keys.Concat(branch.Buckets.Count > 1 ? [shape.Date] : []))
        {
            if (Expression(table, key, footing, dims) is not { } given || !IsOfRow(given))
            {
                continue;
            }
            var column = given[Row.Length..].Trim('"');
            if (column != date && table.Columns[column] != "BOOLEAN")
            {
                return null;
            }
            keys[column] = column == date ? days : ValuesOfBool;
        }
        foreach (var join in dims.Values)
        {
            keys[join.FactKey] = join.FactKey == date ? days : join.Dim.Rows;
        }
        return new(
            $"from {From(sources)} as fact\n{Where(Limits(sources, footing))}",
            (decimal)table.Rows * Math.Min(days, tables.Days) / tables.Days, date,
            Literal(branch.Buckets[0].Range.From))
        {
            Keys = keys,
            Sums = new(
                shape.Summed.Where(column => IsOfRow(Masked(
                    table, column, table.Columns[column], footing.Scope.Masks))),
                StringComparer.Ordinal),
        };

        static bool IsOfRow(string expression) => expression.StartsWith(Row, StringComparison.Ordinal);
    }

    private IEnumerable<string> Limits(List<Source> sources, Footing footing)
    {
        var table = sources[0].Table;
        var limits = OfAll.Contains(table.Name) ? [] : Limits(table, footing.Scope).Concat(Among(footing.Stores));
        return sources.Count > 1 ? limits : sources[0].Limits.Concat(limits);
    }

    /// <summary>Several tables are put together before dimensions are joined, once, to what they have in common.
    /// </summary>
    private static string From(List<Source> sources)
    {
        if (sources.Count == 1)
        {
            return sources[0].Table.Place;
        }
        var columns = sources.Select(source => source.Table.Columns.Keys)
            .Aggregate<IEnumerable<string>>((left, right) => left.Intersect(right, StringComparer.Ordinal));
        var list = string.Join(", ", columns.Order(StringComparer.Ordinal).Select(column => $"fact.{Quoted(column)}"));
        return "(\n" + string.Join("union all\n", sources.Select(source =>
            $"select {list}\nfrom {source.Table.Place} as fact\n{Where(source.Limits)}")) + ")";
    }

    private static string Where(IEnumerable<string> limits)
    {
        var text = string.Join("\n    and ", limits);
        return text.Length == 0 ? "" : $"where {text}\n";
    }

    /// <summary>Whole days from the plan's table, the day that counts in part from the fact alone.</summary>
    private List<Source> Sources(string relation, Branch branch)
    {
        var (table, fact) = (branch.Plan.Tables[relation], FactOf(relation));
        var reach = Reach(relation, table, branch);
        List<string> limits = reach.Count > 0 ? [Within(table, reach)] : [];
        if (branch.Cuts.Count == 0 || !HasMinutes(relation))
        {
            return [new(table, limits)];
        }
        var cuts = branch.Cuts.Select(cut => (
            cut.Day, Text: Literal(cut.Day), Minute: cut.BeforeMinute.ToString(CultureInfo.InvariantCulture))).ToList();
        if (table == fact)
        {
            return
            [
                new(fact, [.. limits, .. cuts.Select(cut =>
                    $"(fact.business_date <> {cut.Text} or fact.business_minute < {cut.Minute})")]),
            ];
        }
        var parts = cuts.Select(cut =>
            new Source(fact, [$"fact.business_date = {cut.Text}", $"fact.business_minute < {cut.Minute}"]));
        return reach.Count > 0 && reach.TrueForAll(days => cuts.Exists(cut => days == new DateRange(cut.Day, cut.Day)))
            ? [.. parts]
            : [new(table, [.. limits, .. cuts.Select(cut => $"fact.business_date <> {cut.Text}")]), .. parts];
    }

    /// <summary>The days the buckets need of a relation that is read within them, those of the base apart; empty where
    /// it is read at large.</summary>
    private static List<DateRange> Reach(string relation, StarTable table, Branch branch) =>
        branch.Plan.Shape.WithinBuckets.Contains(relation) && StarTables.DateOf(table) is not null
            ? [.. branch.Buckets.GroupBy(bucket => bucket.IsBase).Select(side => new DateRange(
                side.Min(bucket => bucket.Range.From), side.Max(bucket => bucket.Range.To)))]
            : [];

    private static string Within(StarTable table, List<DateRange> reach)
    {
        var ranges = reach.Select(days =>
            $"fact.{StarTables.DateOf(table)} between {Literal(days.From)} and {Literal(days.To)}");
        return reach.Count == 1 ? ranges.First() : $"({string.Join(" or ", ranges)})";
    }

    private static string BaseMarks(IReadOnlyList<Bucket> buckets) =>
        $"unnest([{string.Join(", ", buckets.Select(bucket => bucket.IsBase ? "true" : "false"))}])";

    /// <summary>Of every relation that knows a store, whichever its store is.</summary>
    private static IEnumerable<string> Among(IReadOnlyList<long>? stores) => stores is null
        ? []
        : [stores.Count == 0 ? "false" : string.Create(
            CultureInfo.InvariantCulture, $"fact.store_id in ({string.Join(", ", stores)})")];

    private IEnumerable<string> Limits(StarTable table, Scope scope)
    {
        if (scope.Stores is { } stores)
        {
            yield return $"fact.{StoreOf(table)} in "
                + Among("store_id", "dim_store", ["store_code"], stores, StoresParameter);
        }
        if (scope.Categories is { } categories)
        {
            yield return "fact.item_id in "
                + Among("item_id", "dim_item", CategoryColumns, categories, CategoriesParameter);
        }
        if (scope.Departments is { } departments)
        {
            yield return departments.Count == 0 ? "false" : OfDepartments();
        }
    }

    /// <summary>A department includes those below it.</summary>
    private string OfDepartments() =>
        $"""
        fact.department_id in (
            with recursive own as (
                select top.department_id
                from {tables.Schema}.dim_department as top
                where top.is_current and list_contains(${DepartmentsParameter}, top.department_code)
                union
                select below.department_id
                from {tables.Schema}.dim_department as below
                inner join own on own.department_id = below.parent_id
                where below.is_current
            )
            select own.department_id
            from own
        )
        """;

    /// <summary>A movement of stock is of the depot in which something changed, whosever document it was: what is seen
    /// of it adds up to what is seen of the stock. A customer is of the store that most purchases were made
    /// in.</summary>
    private static string StoreOf(StarTable table) => table.Name switch
    {
        "fact_stock_movement" => "depot_id",
        "fact_loyalty" => "main_store_id",
        _ => "store_id",
    };

    private string Among(string id, string dim, string[] columns, IReadOnlyList<string> codes, string parameter)
    {
        var matches = columns.Select(column => $"list_contains(${parameter}, {column})");
        return $"(select {id} from {tables.Schema}.{dim} "
            + $"where is_current and {(codes.Count == 0 ? "false" : $"({string.Join(" or ", matches)})")})";
    }

    private bool Carries(StarTable table, string relation, TextShape shape, Footing footing)
    {
        var fact = FactOf(relation);
        var scope = footing.Scope;
        var isCut = footing.IsCut && HasMinutes(relation);
        // A fact of months has none that is finer: what a part of a month means is the text's to say.
        return (isCut ? table.Has("business_date") : table == fact || !table.IsMonthly || footing.WholeMonths)
            && (OfAll.Contains(table.Name)
                || ((scope.Stores is null && footing.Stores is null) || table.Has(StoreOf(table)))
                && (scope.Categories is null || table.Has("item_id"))
                && (scope.Departments is null || table.Has("department_id")))
            && (scope.Masks == ScopeMasks.None || !table.Has("debit_account"))
            && shape.Columns.All(column =>
            {
                var (given, full) = (Of(table, column), Of(fact, column));
                // Where the fact adds the day that counts in part, both have to give the same.
                return isCut ? given == full : given is not null || full is null;
            });

        string? Of(StarTable from, string column) => Expression(from, column, footing, null);
    }

    private StarTable FactOf(string relation) => tables.Candidates(relation, withRollups: false)[0];

    /// <summary>What a column of the view is made of, or null where the table cannot give it; adds the dim it
    /// needs.</summary>
    private string? Expression(
        StarTable table, string column, Footing footing, SortedDictionary<string, DimJoin>? dims)
    {
        if (table.Columns.TryGetValue(column, out var type))
        {
            return footing.IsTaxIncluded && TaxBasis.Differs(table, column)
                ? TaxBasis.Expression(column, Raw, table, tables, dims)
                : Masked(table, column, type, footing.Scope.Masks);
        }
        if (column == "period_date")
        {
            return StarTables.DateOf(table) is { } date ? $"fact.{date}" : null;
        }
        var suffix = column.EndsWith("_code", StringComparison.Ordinal) ? "_code"
            : column.EndsWith("_name", StringComparison.Ordinal) ? "_name" : "";
        if (suffix.Length > 0 && footing.Dimensions.TryGetValue(column[..^suffix.Length], out var dimension))
        {
            return dimension is null ? "''" : Expression(table, dimension + suffix, footing, dims);
        }
        var given = column;
        if (tables.JoinOf(table, given) is not { } join)
        {
            // A name that differs by language is one column of the view.
            given = $"{column}_{footing.Language}";
            if (suffix != "_name" || tables.JoinOf(table, given) is not { } named)
            {
                return null;
            }
            join = named;
        }
        dims?.TryAdd(join.Alias, join);
        return $"{Quoted("dim_" + join.Alias)}.{Quoted(join.ColumnOf(given)!)}";

        string Raw(string own) => Masked(table, own, table.Columns[own], footing.Scope.Masks);
    }

    private static string Masked(StarTable table, string column, string type, ScopeMasks masks)
    {
        var isOfSides = masks != ScopeMasks.None && SalesRows.ContainsKey(table.Name)
            && column.EndsWith("_amount", StringComparison.Ordinal);
        return isOfSides ? $"case when {SalesRows[table.Name]} then fact.{Quoted(column)} end"
            : IsMasked(table, column, masks) ? $"cast(null as {type})"
            : $"fact.{Quoted(column)}";
    }

    /// <summary>What goods cost is also told by what they were bought for and what the stock is worth.</summary>
    private static bool IsMasked(StarTable table, string column, ScopeMasks masks) => masks != ScopeMasks.None
        && (CostWords.Any(word => column.StartsWith(word, StringComparison.Ordinal))
            || MarginColumns.Contains(column)
            || (CostTables.Contains(table.Name) && column.EndsWith("_amount", StringComparison.Ordinal)));

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(IEnumerable<DateOnly> dates)
    {
        var list = string.Join(", ", dates.Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return $"cast('[{list}]' as date[])";
    }

    private static string Literal(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"date '{date:yyyy-MM-dd}'");
}
