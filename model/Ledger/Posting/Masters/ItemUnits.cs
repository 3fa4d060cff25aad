using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The units an item is handled in: base unit, pack unit, and its further ones.</summary>
internal static class ItemUnits
{
    public const long FactorScale = 1_000_000;

    /// <summary>A unit by its name, empty being the base unit, and how many base units it holds, ×10⁶; null where the
    /// item has none of that name.</summary>
    public static (string Name, long Factor)? Find(Draft.MasterVersion version, string unit)
    {
        var item = (ItemRow)version.Row;
        if (unit.Length == 0 || (unit == item.BaseUnit && unit != item.PackUnit))
        {
            return (item.BaseUnit, FactorScale);
        }

        if (unit == item.PackUnit)
        {
            return (item.PackUnit, item.PackFactor);
        }

        foreach (var detail in version.Details)
        {
            if (detail is ItemUnitRow further && further.Unit == unit)
            {
                return (further.Unit, further.UnitFactor);
            }
        }

        return null;
    }
}
