using System.Globalization;
using System.Text;

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

    /// <summary>Name of the column that tells the branches of a statement apart.</summary>
    public const string BranchColumn = "branch_number";

    public const string StoresParameter = Definition.ParameterList.ReservedPrefix + "stores";
    public const string CategoriesParameter = Definition.ParameterList.ReservedPrefix + "categories";

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
    public string Statement(string sql, IReadOnlyList<Branch> branches)
    {
        var text = new StringBuilder();
        for (var i = 0; i < branches.Count; i++)
        {
            var views = string.Join(",\n", Views(branches[i]));
            text.Append(i == 0 ? "(\n" : "union all\n(\n")
                .Append(views.Length == 0 ? "" : $"with {views}\n")
                .Append(CultureInfo.InvariantCulture, $"select {i} as {BranchColumn}, answer.*\n")
                .Append(CultureInfo.InvariantCulture, $"from (\n{sql}\n) as answer\n)\n");
        }
        return text.ToString();
    }

    private IEnumerable<string> Views(Branch branch)
    {
        foreach (var (relation, table) in branch.Plan.Tables)
        {
            yield return $"{Quoted(relation)} as not materialized (\n{View(relation, table, branch)})";
        }
        if (branch.Plan.Shape.ReadsBuckets)
        {
            // One constant a column: as many constants as buckets would take longer to plan than to run.
            yield return $"{Bucket} as not materialized (\nselect "
                + $"unnest({Literal(branch.Buckets.Select(bucket => bucket.Date))}) as bucket_date, "
                + $"unnest({Literal(branch.Buckets.Select(bucket => bucket.Range.From))}) as from_date, "
                + $"unnest({Literal(branch.Buckets.Select(bucket => bucket.Range.To))}) as to_date)";
        }
    }

    private string View(string relation, StarTable table, Branch branch)
    {
        var (shape, footing) = (branch.Plan.Shape, branch.Plan.Footing);
        var dims = new SortedDictionary<string, StarTable>(StringComparer.Ordinal);
        var columns = (shape.HasStar ? table.Columns.Keys.Concat(shape.Columns).Distinct() : shape.Columns)
            .Order(StringComparer.Ordinal)
            .Select(column => (Column: column, Expression: Expression(table, column, footing, dims)))
            .Where(entry => entry.Expression is not null)
            .Select(entry => $"{entry.Expression} as {Quoted(entry.Column)}").ToList();
        var text = new StringBuilder();
        text.Append("select ").AppendJoin(", ", columns.DefaultIfEmpty("1 as one"));
        text.Append(CultureInfo.InvariantCulture, $"\nfrom {tables.Schema}.{Quoted(table.Name)} as fact\n");
        foreach (var dim in dims.Values)
        {
            var (name, id) = (Quoted(dim.Name), Quoted(StarTables.IdOf(dim)));
            text.Append(CultureInfo.InvariantCulture, $"left join {tables.Schema}.{name} as {name}")
                .Append(CultureInfo.InvariantCulture, $" on {name}.{id} = fact.{id} and {name}.is_current\n");
        }
        var limits = Limits(relation, table, branch).ToList();
        return limits.Count == 0 ? text.ToString() : $"{text}where {string.Join("\n    and ", limits)}\n";
    }

    private IEnumerable<string> Limits(string relation, StarTable table, Branch branch)
    {
        var footing = branch.Plan.Footing;
        if (branch.Plan.Shape.WithinBuckets.Contains(relation) && DateOf(table) is { } date)
        {
            var from = branch.Buckets.Min(bucket => bucket.Range.From);
            var to = branch.Buckets.Max(bucket => bucket.Range.To);
            yield return $"fact.{date} between {Literal(from)} and {Literal(to)}";
        }
        if (footing.BeforeMinute is int minute)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"fact.business_minute < {minute}");
        }
        if (footing.Scope.Stores is { } stores)
        {
            yield return Within("store_id", "dim_store", ["store_code"], stores, StoresParameter);
        }
        if (footing.Scope.Categories is { } categories)
        {
            yield return Within("item_id", "dim_item", CategoryColumns, categories, CategoriesParameter);
        }
    }

    private string Within(
        string id, string dim, string[] columns, IReadOnlyList<string> codes, string parameter)
    {
        if (codes.Count == 0)
        {
            return "false";
        }
        var matches = columns.Select(column => $"list_contains(${parameter}, {column})");
        return $"fact.{id} in (select {id} from {tables.Schema}.{dim} "
            + $"where is_current and ({string.Join(" or ", matches)}))";
    }

    private bool Carries(StarTable table, string relation, TextShape shape, Footing footing)
    {
        var fact = tables.Candidates(relation, withRollups: false)[0];
        var scope = footing.Scope;
        return (!table.IsMonthly || footing.WholeMonths)
            && (footing.BeforeMinute is null || table.Has("business_minute"))
            && (scope.Stores is null || table.Has("store_id"))
            && (scope.Categories is null || table.Has("item_id"))
            && (scope.Departments is null || table.Has("department_id"))
            && (scope.Masks == ScopeMasks.None || !table.Has("debit_account"))
            && shape.Columns.All(column =>
                Expression(table, column, footing, null) is not null
                || Expression(fact, column, footing, null) is null);
    }

    /// <summary>What a column of the view is made of, or null where the table cannot give it; adds the dim it
    /// needs.</summary>
    private string? Expression(
        StarTable table, string column, Footing footing, SortedDictionary<string, StarTable>? dims)
    {
        if (table.Columns.TryGetValue(column, out var type))
        {
            return IsMasked(column, footing.Scope.Masks) ? $"cast(null as {type})" : $"fact.{Quoted(column)}";
        }
        if (column == "period_date")
        {
            return DateOf(table) is { } date ? $"fact.{date}" : null;
        }
        var suffix = column.EndsWith("_code", StringComparison.Ordinal) ? "_code"
            : column.EndsWith("_name", StringComparison.Ordinal) ? "_name" : "";
        if (suffix.Length > 0 && footing.Dimensions.TryGetValue(column[..^suffix.Length], out var dimension))
        {
            return dimension is null ? "''" : Expression(table, dimension + suffix, footing, dims);
        }
        if (tables.DimOf(table, column) is not { } dim)
        {
            return null;
        }
        dims?.TryAdd(dim.Name, dim);
        return $"{Quoted(dim.Name)}.{Quoted(column)}";
    }

    private static string? DateOf(StarTable table) =>
        table.Has("business_date") ? "business_date" : table.Has("period_date") ? "period_date" : null;

    private static bool IsMasked(string column, ScopeMasks masks) => masks != ScopeMasks.None
        && (column.StartsWith("cost_", StringComparison.Ordinal)
            || column.StartsWith("margin_", StringComparison.Ordinal)
            || column == "value_amount");

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(IEnumerable<DateOnly> dates)
    {
        var list = string.Join(", ", dates.Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return $"cast('[{list}]' as date[])";
    }

    private static string Literal(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"date '{date:yyyy-MM-dd}'");
}
