using Analytics.Ingest.Import.Mappings;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>A master as a row has it.</summary>
internal readonly record struct MasterDraft(MasterKind Kind, string Code, Submission Master, long Line);

/// <summary>One of the mapping's masters, bound to a file.</summary>
internal sealed class MasterPlan
{
    private readonly MasterKind kind;
    private readonly Field code;
    private readonly Func<string, Row, List<Words>, Submission> make;

    private MasterPlan(MasterKind kind, Field code, Func<string, Row, List<Words>, Submission> make)
    {
        this.kind = kind;
        this.code = code;
        this.make = make;
    }

    /// <summary>Every master of the mapping, each after those it refers to.</summary>
    public static IReadOnlyList<MasterPlan> All(FieldBinder bind, MasterSpecs specs) =>
    [
        .. specs.Categories.Select(spec => Of(bind.Within("category"), spec)),
        .. specs.Stores.Select(spec => Of(bind.Within("store"), spec)),
        .. specs.Employees.Select(spec => Of(bind.Within("employee"), spec)),
        .. specs.Parties.Select(spec => Of(bind.Within("party"), spec)),
        .. specs.Items.Select(spec => Of(bind.Within("item"), spec)),
    ];

    /// <summary>The master of this row; null where its code is empty.</summary>
    public MasterDraft? Read(Row row, List<Words> faults)
    {
        var code = this.code.Text(row, faults);
        return code.Length == 0 ? null : new MasterDraft(this.kind, code, this.make(code, row, faults), row.Line);
    }

    private static MasterPlan Of(FieldBinder bind, CategorySpec spec)
    {
        var (name, parent) = (bind.Needed("name", spec.Name), bind.Maybe("parent", spec.Parent));
        return new(MasterKind.Category, bind.Needed("code", spec.Code), (code, row, faults) =>
            new CategoryMaster(code, name.Text(row, faults), parent?.Text(row, faults) ?? ""));
    }

    private static MasterPlan Of(FieldBinder bind, StoreSpec spec)
    {
        var (name, kind) = (bind.Needed("name", spec.Name), bind.Maybe("kind", spec.Kind));
        var (region, negative) = (bind.Maybe("region", spec.Region), bind.Maybe("may_go_negative", spec.MayGoNegative));
        return new(MasterKind.Store, bind.Needed("code", spec.Code), (code, row, faults) =>
            new StoreMaster(code, name.Text(row, faults))
            {
                Kind = Kind(kind, row, faults),
                Region = region?.Text(row, faults) ?? "",
                MayGoNegative = negative?.Truth(row, faults) ?? true,
            });
    }

    private static StoreKind Kind(Field? field, Row row, List<Words> faults)
    {
        var text = field?.Text(row, faults) ?? "";
        if (text.Length == 0)
        {
            return StoreKind.Store;
        }

        if (Codes.Store(text) is { } kind)
        {
            return kind;
        }

        var names = Codes.Names<StoreKind>();
        faults.Add(new Words($"“{text}”须为 {names} 之一", $"'{text}' is not one of {names}").At(field!.Place));
        return StoreKind.Store;
    }

    private static MasterPlan Of(FieldBinder bind, EmployeeSpec spec)
    {
        var (name, store) = (bind.Needed("name", spec.Name), bind.Maybe("store", spec.Store));
        return new(MasterKind.Employee, bind.Needed("code", spec.Code), (code, row, faults) =>
            new EmployeeMaster(code, name.Text(row, faults), store?.Text(row, faults) ?? ""));
    }

    private static MasterPlan Of(FieldBinder bind, PartySpec spec)
    {
        var name = bind.Needed("name", spec.Name);
        var (customer, supplier) = (bind.Maybe("customer", spec.Customer), bind.Maybe("supplier", spec.Supplier));
        var (party, region) = (bind.Maybe("class", spec.Class), bind.Maybe("region", spec.Region));
        var (phone, address) = (bind.Maybe("phone", spec.Phone), bind.Maybe("address", spec.Address));
        return new(MasterKind.Party, bind.Needed("code", spec.Code), (code, row, faults) =>
            new PartyMaster(code, name.Text(row, faults))
            {
                IsCustomer = customer?.Truth(row, faults) ?? false,
                IsSupplier = supplier?.Truth(row, faults) ?? false,
                PartyClass = party?.Text(row, faults) ?? "",
                Region = region?.Text(row, faults) ?? "",
                Phone = phone?.Text(row, faults) ?? "",
                Address = address?.Text(row, faults) ?? "",
            });
    }

    private static MasterPlan Of(FieldBinder bind, ItemSpec spec)
    {
        var (name, category) = (bind.Needed("name", spec.Name), bind.Needed("category", spec.Category));
        var (specification, maker) = (bind.Maybe("specification", spec.Specification), bind.Maybe("maker", spec.Maker));
        var (unit, pack) = (bind.Maybe("unit", spec.Unit), bind.Maybe("pack_unit", spec.PackUnit));
        var (factor, tax) = (bind.Maybe("pack_factor", spec.PackFactor), bind.Maybe("tax_rate", spec.TaxRate));
        return new(MasterKind.Item, bind.Needed("code", spec.Code), (code, row, faults) =>
            new ItemMaster(code, name.Text(row, faults), category.Text(row, faults))
            {
                Specification = specification?.Text(row, faults) ?? "",
                Maker = maker?.Text(row, faults) ?? "",
                BaseUnit = unit?.Text(row, faults) ?? "",
                PackUnit = pack?.Text(row, faults) ?? "",
                PackFactor = factor?.Number(row, faults) ?? 1,
                TaxRate = tax?.Number(row, faults) ?? 0,
            });
    }
}
