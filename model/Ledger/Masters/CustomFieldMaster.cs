namespace Analytics.Ledger;

/// <summary>A version of a custom field (自定义字段) of items, parties, stores, documents or lines.</summary>
public sealed record CustomFieldMaster(FieldOwner AppliesTo, string Name, FieldType ValueType) : Submission
{
    public string LabelZh { get; init; } = "";

    public string LabelEn { get; init; } = "";

    /// <summary>For a choice: what it may be.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool IsRequired { get; init; }

    public bool IsActive { get; init; } = true;
}
