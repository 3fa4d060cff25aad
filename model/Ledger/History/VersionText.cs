using System.Globalization;
using System.Reflection;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;
using LinqToDB.Mapping;

namespace Analytics.Ledger.History;

/// <summary>A master version as texts a person can read, field by field.</summary>
internal sealed class VersionText(BookReader view)
{
    private static readonly HashSet<string> Millionths =
        [
            "pack_factor", "unit_factor", "unit_price", "discount_rate", "markup_rate", "fixed_cost", "fee_rate",
            "points_rate", "point_value", "share", "off_rate",
        ];

    private static readonly HashSet<string> Fourths =
        ["weight", "tax_rate", "floor_area", "amount", "qty", "least_spent", "least_points"];

    // Whose id a column holds, where its own name does not say it.
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["settlement_party_id"] = MasterKinds.Party,
        ["depot_id"] = MasterKinds.Store,
        ["depot"] = MasterKinds.Store,
        ["department_id"] = MasterKinds.ListValue,
        ["department"] = MasterKinds.ListValue,
        ["channel"] = MasterKinds.ListValue,
    };

    /// <summary>All fields of a version but its ids.</summary>
    public SortedDictionary<string, string> Fields(IReadOnlyList<EntryTable> tables, LedgerDb db, long version)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var row in table.Read(db, version - 1, version))
            {
                Add(fields, row, isMaster: table == tables[0]);
            }
        }

        return fields;
    }

    private void Add(SortedDictionary<string, string> fields, object row, bool isMaster)
    {
        switch (row)
        {
            case MasterFieldRow field:
                fields[$"field.{field.FieldName}"] = field.FieldValue;
                return;
            case PromotionScopeRow scope:
                var code = scope.ScopeText.Length > 0 ? scope.ScopeText : Code(scope.ScopeKind, scope.ScopeId);
                fields[$"scope.{scope.ScopeKind}.{code}"] = "true";
                return;
        }

        var prefix = row switch
        {
            ItemUnitRow unit => $"unit.{unit.Unit}.",
            PromotionTermRow term => string.Create(CultureInfo.InvariantCulture, $"term.{term.LineNo}."),
            _ => "",
        };
        var own = row.GetType().GetCustomAttribute<TableAttribute>()!.Name + "_id";
        foreach (var property in row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var column = property.GetCustomAttribute<ColumnAttribute>()!.Name!;
            var isPlumbing = column is "version_id" or "line_no" or "private_digest" || (isMaster && column == own)
                || (row is ItemUnitRow && column == "unit");
            if (!isPlumbing)
            {
                fields[prefix + column] = property.GetValue(row) is long number
                    ? Text(row, column, number)
                    : (string)property.GetValue(row)!;
            }
        }
    }

    private string Text(object row, string column, long number)
    {
        if (column.StartsWith("is_", StringComparison.Ordinal) || column is "may_go_negative" or "needs_pick_reason")
        {
            return number == 1 ? "true" : "false";
        }

        // Most columns have no other −1 than "none"; a rate of −0.000001 is nobody's.
        if (number == None.Id)
        {
            return "";
        }

        return column switch
        {
            "scope_id" => Code(ScopeOf(row), number),
            "parent_id" => Code(row is CategoryRow ? MasterKinds.Category : MasterKinds.ListValue, number),
            _ when column.EndsWith("_id", StringComparison.Ordinal) => Code(column, number),
            _ when column.EndsWith("_from", StringComparison.Ordinal)
                || column.EndsWith("_to", StringComparison.Ordinal)
                || column.EndsWith("_on", StringComparison.Ordinal) => Dates.Text(Dates.Date(number)),
            "threshold" => Scaled(number, ((ApprovalRuleRow)row).TriggerKind switch
            {
                "amount_at_least" => Money.Scale,
                "discount_at_least" => 1_000_000,
                _ => 1,
            }),
            _ when Millionths.Contains(column) => Scaled(number, 1_000_000),
            _ when Fourths.Contains(column) || column.EndsWith("_amount", StringComparison.Ordinal)
                || column.EndsWith("_qty", StringComparison.Ordinal) => Scaled(number, Money.Scale),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string ScopeOf(object row) => row switch
    {
        TargetRow target => target.ScopeKind,
        LimitRuleRow limit => limit.ScopeKind,
        _ => "",
    };

    /// <summary>The code of another master by its id; the number where there is none.</summary>
    private string Code(string column, long id)
    {
        var kind = Kinds.GetValueOrDefault(column)
            ?? (column.EndsWith("_id", StringComparison.Ordinal) ? column[..^3] : column);
        using var command = view.Command(LedgerSql.Text("sql/master_code.sql"));
        command.Bind("@kind", kind);
        command.Bind("@id", id);
        return command.ExecuteScalar() as string ?? id.ToString(CultureInfo.InvariantCulture);
    }

    private static string Scaled(long number, long scale) =>
        ((decimal)number / scale).ToString("0.######", CultureInfo.InvariantCulture);
}
