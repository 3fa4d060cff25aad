using System.Data.Common;
using System.Numerics;
using Analytics.Reports.Arguments;
using Analytics.Reports.Compare;
using Analytics.Reports.Relations;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>Runs a report's text over its branches and reads the answers.</summary>
internal sealed class StatementRunner(
    StarLease lease, ViewComposer composer, ReportDefinition report, ReportArguments arguments, Glossary glossary)
{
    public const int MostRows = 200_000;

    private readonly string columns = ShownColumns.SelectList(report, arguments, glossary);

    /// <summary>Null where the answer passes <see cref="MostRows"/>.</summary>
    public async Task<BranchRows?> RunAsync(IReadOnlyList<Branch> branches, CancellationToken ct)
    {
        var isSplit = branches[0].Plan.Shape.BindsRange;
        var rows = branches.Select(_ => new List<object?[]>()).ToList();
        AnswerSchema? schema = null;
        var size = isSplit ? 1 : branches.Count;
        for (var first = 0; first < branches.Count; first += size)
        {
            schema = await ReadAsync(branches.Skip(first).Take(size).ToList(), rows[first..], ct).ConfigureAwait(false);
            if (schema is null)
            {
                return null;
            }
        }
        return new(schema!, rows);
    }

    /// <summary>The columns of a branch, without its rows.</summary>
    public async Task<IReadOnlyList<FoundColumn>> ColumnsAsync(Branch branch, CancellationToken ct)
    {
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = $"{RowsOf(branch)}\nlimit 0";
        Bind(command, branch);
        await using var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
        var schema = SchemaOf(reader);
        return [.. schema.Names.Select(
            (name, i) => new FoundColumn(name, schema.Types[i], reader.GetFieldType(i + 1)))];
    }

    /// <summary>The text over a branch; each row begins with the branch's number.</summary>
    public string RowsOf(Branch branch) => composer.Statement(report.Sql, [branch], columns);

    /// <summary>What the text of a branch binds, by name.</summary>
    public IReadOnlyDictionary<string, object?> ValuesOf(Branch branch) =>
        Values(branch).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    private async Task<AnswerSchema?> ReadAsync(
        List<Branch> branches, List<List<object?[]>> rows, CancellationToken ct)
    {
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = composer.Statement(report.Sql, branches, columns);
        Bind(command, branches[0]);
        await using var stop = ct.Register(command.Cancel).ConfigureAwait(false);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
            var schema = SchemaOf(reader);
            var count = 0;
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                if (++count > MostRows)
                {
                    return null;
                }
                rows[reader.GetInt32(0)].Add(RowOf(reader));
            }
            return schema;
        }
        catch (DbException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
    }

    private void Bind(DbCommand command, Branch branch)
    {
        foreach (var (name, value) in Values(branch))
        {
            command.Bind(name, value);
        }
    }

    private IEnumerable<(string Name, object? Value)> Values(Branch branch)
    {
        var (shape, scope) = (branch.Plan.Shape, branch.Plan.Footing.Scope);
        foreach (var name in shape.Parameters)
        {
            yield return (name, name switch
            {
                "from_date" => branch.Range.From,
                "to_date" => branch.Range.To,
                _ => arguments.Values[name],
            });
        }
        if (branch.Plan.Tables.Count > 0 && scope.Stores is { Count: > 0 } stores)
        {
            yield return (ViewComposer.StoresParameter, stores.ToList());
        }
        if (branch.Plan.Tables.Count > 0 && scope.Categories is { Count: > 0 } categories)
        {
            yield return (ViewComposer.CategoriesParameter, categories.ToList());
        }
        if (branch.Plan.Tables.Count > 0 && scope.Departments is { Count: > 0 } departments)
        {
            yield return (ViewComposer.DepartmentsParameter, departments.ToList());
        }
    }

    private AnswerSchema SchemaOf(DbDataReader reader)
    {
        var names = Enumerable.Range(1, reader.FieldCount - 1).Select(reader.GetName).ToList();
        var types = names.Select((name, i) => TypeOf(name, reader.GetFieldType(i + 1))).ToList();
        return new(names, types);
    }

    private ColumnType TypeOf(string name, Type type)
    {
        var isRate = glossary.Find(name) is { Kind: "rate" } || name.EndsWith("_rate", StringComparison.Ordinal);
        return type switch
        {
            _ when type == typeof(bool) => ColumnType.Bool,
            _ when type == typeof(DateOnly) || type == typeof(DateTime) => ColumnType.Date,
            _ when type == typeof(decimal) || type == typeof(double) || type == typeof(float) =>
                isRate ? ColumnType.Rate : ColumnType.Decimal,
            _ when type.IsPrimitive || type == typeof(BigInteger) => ColumnType.Int,
            _ => ColumnType.Text,
        };
    }

    private static object?[] RowOf(DbDataReader reader)
    {
        var row = new object?[reader.FieldCount - 1];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i + 1) ? null : ValueOf(reader.GetValue(i + 1));
        }
        return row;
    }

    /// <summary>A rate comes as the engine's double: it is kept to ten decimals, the engine's noise is beyond
    /// them.</summary>
    private static object ValueOf(object value) => value switch
    {
        double number => Comparison.Rounded((decimal)number),
        float number => Comparison.Rounded((decimal)number),
        DateTime at => DateOnly.FromDateTime(at),
        BigInteger whole => (long)whole,
        sbyte or byte or short or ushort or int or uint or ulong =>
            Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };
}
