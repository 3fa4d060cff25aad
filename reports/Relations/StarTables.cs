using Analytics.Star;

namespace Analytics.Reports.Relations;

/// <summary>The tables of one generation and, by convention, which logical relations and dimensions they
/// make.</summary>
/// <remarks>Relation x = fact_x and every rollup_x_*. A dimension d is a pair d_code, d_name, on the table itself or on
/// a
/// dim_* whose id the table carries.</remarks>
internal sealed class StarTables
{
    private const string CodeSuffix = "_code";
    private const string NameSuffix = "_name";

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

    /// <summary>Names of the logical relations.</summary>
    public IEnumerable<string> Relations => byName.Keys
        .Where(name => name.StartsWith("fact_", StringComparison.Ordinal))
        .Select(name => name["fact_".Length..]).Order(StringComparer.Ordinal);

    public static async Task<StarTables> ReadAsync(StarLease lease, CancellationToken ct)
    {
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = Statement.Text("columns");
        var parts = lease.Schema.Split('.');
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
        return new(
            lease.Schema,
            columns.Select(entry => new StarTable(
                entry.Key, entry.Value, lease.Manifest.Rows.GetValueOrDefault(entry.Key, long.MaxValue))));
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
    public IReadOnlyList<string> DimensionsOf(StarTable table) => dims.Where(dim => Joins(table, dim)).Prepend(table)
        .SelectMany(PairsOf).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The dim_* table that gives <paramref name="column"/> to a table that has not got it; null where none
    /// does.
    /// </summary>
    public StarTable? DimOf(StarTable table, string column) =>
        dims.FirstOrDefault(dim => Joins(table, dim) && dim.Has(column) && IsPaired(dim, column));

    public static string IdOf(StarTable dim) => dim.Name["dim_".Length..] + "_id";

    private static bool Joins(StarTable table, StarTable dim) =>
        dim.Has(IdOf(dim)) && dim.Has("is_current") && table.Has(IdOf(dim));

    private static IEnumerable<string> PairsOf(StarTable table) => table.Columns.Keys
        .Where(column => column.EndsWith(CodeSuffix, StringComparison.Ordinal))
        .Select(column => column[..^CodeSuffix.Length])
        .Where(name => table.Has(name + NameSuffix));

    private static bool IsPaired(StarTable dim, string column) =>
        PairsOf(dim).Any(name => column == name + CodeSuffix || column == name + NameSuffix);
}
