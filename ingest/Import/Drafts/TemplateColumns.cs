using System.Globalization;
using Analytics.Ingest.Import.Expressions;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>What a mapping fills beside its own keys, by the columns of templates.</summary>
internal sealed class TemplateColumns(
    FieldBinder bind, IReadOnlyDictionary<string, Formula> columns, BusinessDay day)
{
    private readonly (string Column, Field Field)[] fields =
    [
        .. columns.Select(named => (Spellings.Find(named.Key)!, bind.Needed("columns." + named.Key, named.Value))),
    ];

    /// <summary>What the row says in them; a fault where the kind takes no such column.</summary>
    public Given Read(Row row, Part? part, List<Words> faults)
    {
        var given = new Given();
        foreach (var (column, field) in this.fields)
        {
            if (part is null || !part.Columns.TryGetValue(column, out var member))
            {
                faults.Add(new Words("该类单据没有此列", "the kind of document does not take it").At(field.Place));
                continue;
            }

            // The source's spelling of numbers is the mapping's to say.
            var text = member.IsNumber
                ? field.Number(row, faults)?.ToString(CultureInfo.InvariantCulture) ?? ""
                : field.Text(row, faults);
            if (text.Length == 0)
            {
                continue;
            }

            if (Cell.Read(member, text, day, out var fault) is { } value)
            {
                given.Values[member] = value;
            }
            else
            {
                faults.Add(fault.At(field.Place));
            }
        }

        return given;
    }
}
