using Analytics.Ingest.Import.Expressions;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>Makes fields of formulas.</summary>
internal sealed class FieldBinder(Binder binder, NumberFormat numbers, string within = "")
{
    /// <summary>Fields whose keys stand under a name, such as "item.name".</summary>
    public FieldBinder Within(string name) => new(binder, numbers, name + ".");

    public Field Needed(string key, Formula formula) =>
        new(within + key, binder.Bind(formula.Root), (formula.Root as Node.Column)?.Name, numbers);

    public Field? Maybe(string key, Formula? formula) => formula is null ? null : Needed(key, formula);
}
