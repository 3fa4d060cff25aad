namespace Analytics.Ledger;

/// <summary>A version of an item (商品). One pack holds <see cref="PackFactor"/> base units.</summary>
/// <remarks>Cost class and base unit may not change once the item has moved.</remarks>
public sealed record ItemMaster(string Code, string Name, string CategoryCode) : Submission
{
    /// <summary>通用名.</summary>
    public string GenericName { get; init; } = "";

    /// <summary>Empty means the moving average in each depot.</summary>
    public string CostClassCode { get; init; } = "";

    public string Specification { get; init; } = "";

    /// <summary>剂型.</summary>
    public string DosageForm { get; init; } = "";

    public string Maker { get; init; } = "";

    public string Brand { get; init; } = "";

    /// <summary>批准文号.</summary>
    public string ApprovalCode { get; init; } = "";

    /// <summary>医保编码.</summary>
    public string InsuranceCode { get; init; } = "";

    public PrescriptionClass PrescriptionClass { get; init; }

    /// <summary>Days a pack lasts a patient; 0 where not known.</summary>
    public int DaysPerPack { get; init; }

    /// <summary>0 where not known.</summary>
    public int ShelfLifeDays { get; init; }

    public bool IsBatchTracked { get; init; }

    /// <summary>Whether its packs bear trace codes (追溯码).</summary>
    public bool IsTraced { get; init; }

    /// <summary>Kilograms a base unit; 0 where not known.</summary>
    public decimal Weight { get; init; }

    public string BaseUnit { get; init; } = "";

    /// <summary>Empty where the item is handled in base units only.</summary>
    public string PackUnit { get; init; } = "";

    /// <summary>Base units in a pack; 1 where there is no pack.</summary>
    public decimal PackFactor { get; init; } = 1;

    /// <summary>Units beside base and pack unit, or either of them again for its barcode.</summary>
    public IReadOnlyList<ItemUnit> Units { get; init; } = [];

    /// <summary>VAT rate as a fraction: 0.13 is 13 %.</summary>
    public decimal TaxRate { get; init; }

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    public bool IsActive { get; init; } = true;
}
