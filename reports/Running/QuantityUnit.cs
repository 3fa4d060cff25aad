using Analytics.Reports.Arguments;
using Analytics.Reports.Relations;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>Quantities in the base unit, in the larger unit of the item, or in both (数量单位): <c>unit</c>. The text
/// answers with the item's units, of which the pack and its factor are taken back out.</summary>
internal static class QuantityUnit
{
    public const string Parameter = "unit";
    public const string Large = "large";
    public const string Mixed = "mixed";

    /// <summary>What may be asked for.</summary>
    public static readonly string[] Choices = ["base", Large, Mixed];

    /// <summary>What a text that takes it answers with beside the quantities.</summary>
    public static readonly string[] Columns = ["base_unit", .. Hidden];

    /// <summary>Columns of the text that no answer shows.</summary>
    public static string[] Hidden => ["pack_unit", "pack_factor"];

    private const string HasPack = "answer.pack_unit <> '' and answer.pack_factor > 1";

    private static readonly Label UnitLabel = new("单位", "Unit");

    public static bool IsTaken(ReportArguments arguments) => arguments.Values.ContainsKey(Parameter);

    /// <summary>What stands in place of a column; null where it is as the text has it.</summary>
    public static string? Replaced(string name, ReportArguments arguments, Glossary glossary) =>
        arguments.Values.GetValueOrDefault(Parameter) switch
        {
            Large when name == "base_unit" =>
                $"case when {HasPack} then answer.pack_unit else answer.base_unit end",
            Large when IsQuantity(name, glossary) => InPacks(Figure(name)),
            Mixed when IsQuantity(name, glossary) => InBoth(Figure(name)),
            _ => null,
        };

    /// <summary>Label and unit of a column as it is shown.</summary>
    public static (Label Label, string Unit, bool IsAdditive) Of(
        (Label Label, string Unit, bool IsAdditive) column, string name, ReportArguments arguments, Glossary glossary)
    {
        var unit = arguments.Values.GetValueOrDefault(Parameter);
        return unit is Large && name == "base_unit" ? column with { Label = UnitLabel }
            : unit is Large && IsQuantity(name, glossary) ? column with { Unit = "unit of the row", IsAdditive = false }
            : unit is Mixed && IsQuantity(name, glossary) ? column with { Unit = "", IsAdditive = false }
            : column;
    }

    private static bool IsQuantity(string name, Glossary glossary) => glossary.Find(name) is { Unit: "base unit" };

    /// <summary>Narrow enough that the engine's remainder stays a decimal.</summary>
    private static string Figure(string name) => $"cast(answer.{ViewComposer.Quoted(name)} as decimal(28, 4))";

    /// <summary>To four decimals, half away from zero, in whole numbers: the engine divides decimals in doubles.
    /// </summary>
    private static string InPacks(string qty) =>
        $"""
        case
            when {HasPack} then cast(
                sign({qty}) * (
                    (2 * cast(abs({qty}) * 10000 as hugeint) * 1000000 + cast(answer.pack_factor * 1000000 as hugeint))
                    // (2 * cast(answer.pack_factor * 1000000 as hugeint))
                ) as decimal(28, 0)
            ) * 0.0001
            else {qty}
        end
        """;

    /// <summary>As <c>3箱5盒</c>; one minus stands for all of it.</summary>
    private static string InBoth(string qty) =>
        $"""
        case
            when {qty} is null then null
            when not ({HasPack}) then {Text(qty)} || answer.base_unit
            else
                case when {qty} < 0 then '-' else '' end
                || case
                    when abs({qty}) >= answer.pack_factor then {Text(
                        $"((abs({qty}) - abs({qty}) % answer.pack_factor) / answer.pack_factor)")} || answer.pack_unit
                    else ''
                end
                || case
                    when abs({qty}) % answer.pack_factor <> 0 or {qty} = 0
                        then {Text($"(abs({qty}) % answer.pack_factor)")} || answer.base_unit
                    else ''
                end
        end
        """;

    private static string Text(string figure) =>
        $"rtrim(rtrim(cast(cast({figure} as decimal(38, 6)) as varchar), '0'), '.')";
}
