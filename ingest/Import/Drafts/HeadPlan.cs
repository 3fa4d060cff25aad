using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Drafts;

/// <summary>The mapping's document part, bound to a file.</summary>
internal sealed class HeadPlan(FieldBinder bind, DocumentSpec spec, bool isWorkbook, BusinessDay day)
{
    private readonly Field kind = bind.Needed("kind", spec.Kind);
    private readonly Field no = bind.Needed("document_no", spec.DocumentNo);
    private readonly DateField date = new(bind.Needed("date", spec.Date.Value), spec.Date, isWorkbook, day);
    private readonly Field? key = bind.Maybe("key", spec.Key);
    private readonly Field? store = bind.Maybe("store", spec.Store);
    private readonly Field? depot = bind.Maybe("depot", spec.Depot);
    private readonly Field? party = bind.Maybe("party", spec.Party);
    private readonly Field? employee = bind.Maybe("employee", spec.Employee);
    private readonly Field? country = bind.Maybe("ship_to.country", spec.ShipTo.Country);
    private readonly Field? region = bind.Maybe("ship_to.region", spec.ShipTo.Region);
    private readonly Field? province = bind.Maybe("ship_to.province", spec.ShipTo.Province);
    private readonly Field? city = bind.Maybe("ship_to.city", spec.ShipTo.City);
    private readonly Field? tender = bind.Maybe("tender", spec.Tender);
    private readonly Field? originalNo = bind.Maybe("original_no", spec.OriginalNo);
    private readonly Field? statedTotal = bind.Maybe("stated_total", spec.StatedTotal);

    private readonly TemplateColumns more = new(bind, spec.Columns, day);

    public string DocumentNo(Row row) => this.no.Text(row, []);

    /// <summary>The head as this row has it; null where a fault leaves it without kind, number or date.</summary>
    public DocumentHead? Read(Row row, List<Words> faults)
    {
        string Text(Field? field) => field?.Text(row, faults) ?? "";

        var no = this.no.Code(row, faults);
        var kind = Named(this.kind, row, faults, Codes.Kind, Codes.Names<DocumentKind>());
        var at = this.date.Read(row, faults);
        var tender = this.tender is null
            ? Tender.Cash
            : Named(this.tender, row, faults, Codes.Tender, Codes.Names<Tender>()) ?? Tender.Cash;
        if (kind is null || at is null || no.Length == 0)
        {
            return null;
        }

        return new DocumentHead(kind.Value, no, at.Value)
        {
            Key = Text(this.key),
            Store = Text(this.store),
            Depot = Text(this.depot),
            Party = Text(this.party),
            Employee = Text(this.employee),
            ShipTo = new ShipTo(Text(country), Text(region), Text(province), Text(city)),
            Tender = tender,
            OriginalNo = Text(originalNo),
            StatedTotal = statedTotal?.Amount(row, faults),
            More = more.Read(row, KindForm.Of(kind.Value).Head, faults),
        };
    }

    private static T? Named<T>(Field field, Row row, List<Words> faults, Func<string, T?> find, string names)
        where T : struct, Enum
    {
        var text = field.Code(row, faults);
        var found = find(text);
        if (found is null && text.Length > 0)
        {
            faults.Add(new Words($"“{text}”须为 {names} 之一", $"'{text}' is not one of {names}").At(field.Place));
        }

        return found;
    }
}
