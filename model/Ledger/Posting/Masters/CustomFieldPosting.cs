using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>自定义字段. What it stands on and its type are fixed: values that stand would not fit others.</summary>
internal static class CustomFieldPosting
{
    public static Outcome Post(CustomFieldMaster master, State state)
    {
        var owner = Snake.Case(master.AppliesTo);
        var code = $"{owner}.{master.Name}";
        var desk = new MasterDesk(state, MasterKinds.CustomField, code);
        desk.Codes(master.Name);
        desk.Texts(master.LabelZh, master.LabelEn);
        desk.AtMost(master.Choices);
        desk.Codes([.. master.Choices]);
        desk.Different(master.Choices);
        desk.Refuse(
            master.Choices.Any(choice => choice.Contains(CustomFields.Separator, StringComparison.Ordinal)),
            RefusalReason.TextInvalid, master.Name);
        desk.Refuse(
            (master.ValueType == FieldType.Choice) != (master.Choices.Count > 0), RefusalReason.ValueMissing,
            "choices");
        var type = Snake.Case(master.ValueType);
        desk.Refuse(
            desk.Known?.Row is CustomFieldRow known && known.FieldType != type, RefusalReason.FieldFixed, code);
        return desk.Enter((id, version) => new CustomFieldRow
        {
            VersionId = version,
            CustomFieldId = id,
            CustomFieldCode = code,
            AppliesTo = owner,
            FieldName = master.Name,
            LabelZh = master.LabelZh,
            LabelEn = master.LabelEn,
            FieldType = type,
            Choices = string.Join(CustomFields.Separator, master.Choices),
            IsRequired = MasterPosting.Flag(master.IsRequired),
            IsActive = MasterPosting.Flag(master.IsActive),
        });
    }
}
