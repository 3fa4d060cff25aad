using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>商品, with its further units and custom fields.</summary>
internal static class ItemPosting
{
    private const long FactorScale = 1_000_000;
    private const decimal LeastFactor = 0.000_001m;
    private const decimal MostFactor = 1_000_000;

    public static Outcome Post(ItemMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Item, master.Code);
        desk.Texts(
            master.Name, master.GenericName, master.Specification, master.DosageForm, master.Maker, master.Brand,
            master.ApprovalCode, master.InsuranceCode, master.BaseUnit, master.PackUnit);
        desk.Refuse(
            master.CategoryCode.Length == 0, RefusalReason.UnknownCategory, master.CategoryCode);
        var categoryId = desk.Reference(MasterKinds.Category, master.CategoryCode);
        var costClassId = desk.Reference(MasterKinds.CostClass, master.CostClassCode);
        var fields = desk.Fields(FieldOwner.Item, master.Fields);
        var numbers = Numbers(master, desk);
        Units(master, desk);
        Costing(master, costClassId, desk);
        return desk.Enter(
            (id, version) => numbers with
            {
                VersionId = version,
                ItemId = id,
                ItemCode = master.Code,
                ItemName = master.Name,
                GenericName = master.GenericName,
                CategoryId = categoryId,
                CostClassId = costClassId,
                Specification = master.Specification,
                DosageForm = master.DosageForm,
                Maker = master.Maker,
                Brand = master.Brand,
                ApprovalCode = master.ApprovalCode,
                InsuranceCode = master.InsuranceCode,
                PrescriptionClass = Snake.Case(master.PrescriptionClass),
                IsBatchTracked = MasterPosting.Flag(master.IsBatchTracked),
                IsTraced = MasterPosting.Flag(master.IsTraced),
                BaseUnit = master.BaseUnit,
                PackUnit = master.PackUnit,
                IsActive = MasterPosting.Flag(master.IsActive),
            },
            version => UnitRows(version, master.Units).Concat<object>(MasterDesk.FieldRows(version, fields)));
    }

    private static ItemRow Numbers(ItemMaster master, MasterDesk desk)
    {
        // Half of the last decimal kept would round to a pack that holds nothing.
        desk.Refuse(
            master.PackFactor is < LeastFactor or > MostFactor || master.TaxRate is < 0 or >= 1,
            RefusalReason.AmountTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"{master.PackFactor}, {master.TaxRate}"));
        return new ItemRow
        {
            DaysPerPack = desk.Number(master.DaysPerPack, 1, 0, 36_500),
            ShelfLifeDays = desk.Number(master.ShelfLifeDays, 1, 0, 36_500),
            Weight = desk.Number(master.Weight, Money.Scale),
            PackFactor = desk.Refusal is null
                ? (long)Math.Round(master.PackFactor * FactorScale, 0, MidpointRounding.AwayFromZero)
                : 0,
            TaxRate = desk.Refusal is null ? Money.Round(master.TaxRate).Units : 0,
        };
    }

    private static void Units(ItemMaster master, MasterDesk desk)
    {
        desk.AtMost(master.Units);
        foreach (var unit in master.Units)
        {
            desk.Codes(unit.Unit);
            desk.Texts(unit.Barcode);
            desk.Number(unit.Factor, FactorScale, LeastFactor, MostFactor);
            var isOther = (unit.Unit == master.BaseUnit && unit.Factor != 1)
                || (unit.Unit == master.PackUnit && unit.Factor != master.PackFactor);
            desk.Refuse(isOther, RefusalReason.UnitInvalid, unit.Unit);
        }

        desk.Different(master.Units.Select(unit => unit.Unit));
        desk.Different(master.Units.Select(unit => unit.Barcode).Where(barcode => barcode.Length > 0));
    }

    private static void Costing(ItemMaster master, long costClassId, MasterDesk desk)
    {
        desk.Refuse(
            desk.State.CostClass(costClassId).Method == "batch" && !master.IsBatchTracked,
            RefusalReason.BatchNotTracked, master.Code);
        desk.Refuse(
            !master.IsBatchTracked && desk.Known?.Row is ItemRow { IsBatchTracked: 1 } tracked
                && desk.State.Batches(tracked.ItemId).Count > 0,
            RefusalReason.ItemHasBatches, master.Code);
        if (desk.Known?.Row is ItemRow known
            && (known.CostClassId != costClassId || known.BaseUnit != master.BaseUnit))
        {
            desk.Refuse(desk.State.HasMoved(known.ItemId), RefusalReason.ItemMoved, master.Code);
        }
    }

    private static IEnumerable<ItemUnitRow> UnitRows(long version, IReadOnlyList<ItemUnit> units) =>
        units.Select((unit, at) => new ItemUnitRow
        {
            VersionId = version,
            LineNo = at + 1,
            Unit = unit.Unit,
            UnitFactor = (long)(unit.Factor * FactorScale),
            Barcode = unit.Barcode,
        });
}
