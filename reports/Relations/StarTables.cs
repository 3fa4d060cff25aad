using System.Collections.Concurrent;
using Analytics.Star;

namespace Analytics.Reports.Relations;

/// <summary>The tables of one generation and, by convention, which logical relations and dimensions they
/// make.</summary>
/// <remarks>Relation x = fact_x and every rollup_x_*. A dimension d is a pair d_code, d_name, on the table itself or on
/// a dim_* whose id the table carries, also under the name of a role; an account is joined on its code, the calendar on
/// the business date. A name that differs by language stands as d_name_zh and d_name_en.</remarks>
internal sealed class StarTables
{
    private const string CodeSuffix = "_code";
    private const string NameSuffix = "_name";

    /// <summary>What versions of a thing say of themselves, which no report tells rows apart by.</summary>
    private static readonly HashSet<string> Hidden = ["valid_from", "valid_to", "is_current"];

    private static readonly string[] MonthlyColumns = ["month_", "quarter_", "half_year_", "year_", "calendar_month_"];

    /// <summary>Ids under another name than their dimension's.</summary>
    private static readonly (string Role, string Dim)[] Roles =
        [("depot", "store"), ("main_store", "store"), ("document_party", "party"), ("payer", "party")];

    /// <summary>Columns that hold an account's code, which is how facts name it.</summary>
    private static readonly string[] Accounts = ["account", "debit_account", "credit_account"];

    private readonly ConcurrentDictionary<string, IReadOnlyList<DimJoin>> joins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StarTable> byName;
    private readonly List<StarTable> dims;

    public StarTables(string schema, IEnumerable<StarTable> tables)
    {
        Schema = schema;
        byName = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        dims = byName.Values.Where(table => table.Name.StartsWith("dim_", StringComparison.Ordinal)).ToList();
    }

    /// <summary>Qualified prefix of the tables.</summary>
    public string Schema { get; }

    /// <summary>Days from the first to the last business date.</summary>
    public long Days { get; init; } = 1;

    /// <summary>The taxpayer types that the companies in law are of now.</summary>
    public IReadOnlySet<string> Taxpayers { get; init; } = new HashSet<string>();

    /// <summary>Names of the logical relations.</summary>
    public IEnumerable<string> Relations => byName.Keys
        .Where(name => name.StartsWith("fact_", StringComparison.Ordinal))
        .Select(name => name["fact_".Length..]).Order(StringComparer.Ordinal);

    public static async Task<StarTables> ReadAsync(StarLease lease, CancellationToken ct)
    {
        var tables = await ColumnsAsync(lease, ct).ConfigureAwait(false);
        return new(lease.Schema, tables)
        {
            Days = Math.Max(1, lease.Manifest.LastBusinessDate.DayNumber
                - lease.Manifest.FirstBusinessDate.DayNumber + 1),
            Taxpayers = tables.Exists(table => table.Name == "dim_legal_entity")
                ? await TaxpayersAsync(lease, ct).ConfigureAwait(false) : new HashSet<string>(),
        };
    }

    private static async Task<List<StarTable>> ColumnsAsync(StarLease lease, CancellationToken ct)
    {
        var found = await ColumnsAsync(lease, lease.Schema, ct).ConfigureAwait(false);
        var tables = found.Select(entry => new StarTable(
            entry.Key, entry.Value, lease.Manifest.Rows.GetValueOrDefault(entry.Key, long.MaxValue))
        {
            Place = $"{lease.Schema}.{ViewComposer.Quoted(entry.Key)}",
        }).ToList();
        foreach (var annex in StarSchema.Annexes)
        {
            var place = lease.Name(annex.Name);
            var columns = await ColumnsAsync(lease, place[..place.LastIndexOf('.')], ct).ConfigureAwait(false);
            tables.Add(new(
                annex.Name, columns[annex.Name],
                lease.Manifest.Annexes.FirstOrDefault(made => made.Table == annex.Name)?.Rows ?? 0)
            {
                Place = place,
            });
        }
        return tables;
    }

    /// <summary>The type of each column by its name, of each table of a schema.</summary>
    private static async Task<Dictionary<string, Dictionary<string, string>>> ColumnsAsync(
        StarLease lease, string schema, CancellationToken ct)
    {
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = Statement.Text("columns");
        var parts = schema.Split('.');
        command.Bind("database_name", parts[0]);
        command.Bind("schema_name", parts[1]);
        var columns = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
        while (await reader.ReadAsync(ct).ConfigureAwait(false))
        {
            var table = reader.GetString(0);
            if (!columns.TryGetValue(table, out var found))
            {
                columns[table] = found = new(StringComparer.Ordinal);
            }
            found[reader.GetString(1)] = reader.GetString(2);
        }
        return columns;
    }

    private static async Task<HashSet<string>> TaxpayersAsync(StarLease lease, CancellationToken ct)
    {
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = Statement.Text("taxpayers").Replace("{s}", lease.Schema, StringComparison.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
        while (await reader.ReadAsync(ct).ConfigureAwait(false))
        {
            types.Add(reader.GetString(0));
        }
        return types;
    }

    /// <summary>The tables a relation may stand on, smallest first and the fact last; empty where there is no such
    /// relation.
    /// </summary>
    public IReadOnlyList<StarTable> Candidates(string relation, bool withRollups)
    {
        if (!byName.TryGetValue("fact_" + relation, out var fact))
        {
            return [];
        }
        var prefix = $"rollup_{relation}_";
        return byName.Values
            .Where(table => withRollups && table.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(table => table.Rows).ThenBy(table => table.Name, StringComparer.Ordinal)
            .Append(fact).ToList();
    }

    /// <summary>Names of the dimensions a table can be told apart by.</summary>
    public IReadOnlyList<string> DimensionsOf(StarTable table) => JoinsOf(table)
        .SelectMany(join => PairsOf(join.Dim).Select(join.NameOf).Where(name => Gives(table, join, name + CodeSuffix)))
        .Concat(PairsOf(table))
        .Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The join that gives <paramref name="column"/> to a table that has not got it; null where none
    /// does, or where two dimensions mean different things by it.</summary>
    public DimJoin? JoinOf(StarTable table, string column)
    {
        var found = JoinsOf(table).Where(join => Gives(table, join, column)).ToList();
        return found.Count == 1 ? found[0]
            : found.FirstOrDefault(join => PairsOf(join.Dim).Select(join.NameOf)
                .Any(name => column.StartsWith(name + "_", StringComparison.Ordinal)));
    }

    /// <summary>The join of a dimension by its own name, or by the role it plays; null where the table has
    /// none.</summary>
    public DimJoin? JoinBy(StarTable table, string alias) =>
        JoinsOf(table).FirstOrDefault(join => join.Alias == alias);

    private IEnumerable<DimJoin> JoinsOf(StarTable table) => joins.GetOrAdd(
        table.Name,
        _ => dims.Where(dim => dim.Has("is_current") && dim.Has(IdOf(dim)) && table.Has(IdOf(dim)))
            .Select(dim => new DimJoin(dim, BareOf(dim), IdOf(dim), IdOf(dim)))
            .Concat(Roles.Where(role => table.Has(role.Role + "_id") && byName.ContainsKey("dim_" + role.Dim))
                .Select(role => new DimJoin(
                    byName["dim_" + role.Dim], role.Role, role.Role + "_id", role.Dim + "_id")))
            .Concat(Accounts.Where(column => table.Has(column) && byName.ContainsKey("dim_account"))
                .Select(column => new DimJoin(byName["dim_account"], column, column, "account_code")))
            .Concat(DateOf(table) is { } date && byName.TryGetValue("dim_date", out var calendar)
                ? [new DimJoin(calendar, "date", date, "calendar_date")]
                : []).ToList());

    /// <summary>Days of a table that holds whole months are the months' first: they tell months and longer spans
    /// alone.</summary>
    private static bool Gives(StarTable table, DimJoin join, string column) =>
        join.ColumnOf(column) is { } given && join.Dim.Has(given) && !Hidden.Contains(given)
        && (join.DimKey != "calendar_date" || !table.IsMonthly
            || MonthlyColumns.Any(name => given.StartsWith(name, StringComparison.Ordinal)));

    /// <summary>The column that dates a table's rows; null where it has none.</summary>
    public static string? DateOf(StarTable table) =>
        table.Has("business_date") ? "business_date" : table.Has("period_date") ? "period_date" : null;

    private static string BareOf(StarTable dim) => dim.Name["dim_".Length..];

    private static string IdOf(StarTable dim) => BareOf(dim) + "_id";

    private static IEnumerable<string> PairsOf(StarTable table) => table.Columns.Keys
        .Where(column => column.EndsWith(CodeSuffix, StringComparison.Ordinal))
        .Select(column => column[..^CodeSuffix.Length])
        .Where(name => table.Has(name + NameSuffix) || table.Has(name + NameSuffix + "_zh"));
}
