using System.Globalization;
using Analytics.Ingest.Import.Expressions;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>Every formula of a mapping under the path of its key.</summary>
internal static class MappingFormulas
{
    public static IEnumerable<(string Key, Formula Formula)> All(MappingFile file)
    {
        var (document, lines, ship) = (file.Document, file.Lines, file.Document.ShipTo);
        IEnumerable<(string Key, Formula? Formula)> single =
        [
            ("where", file.Where),
            ("document.kind", document.Kind),
            ("document.document_no", document.DocumentNo),
            ("document.key", document.Key),
            ("document.date.value", document.Date.Value),
            ("document.store", document.Store),
            ("document.depot", document.Depot),
            ("document.party", document.Party),
            ("document.employee", document.Employee),
            ("document.ship_to.country", ship.Country),
            ("document.ship_to.region", ship.Region),
            ("document.ship_to.province", ship.Province),
            ("document.ship_to.city", ship.City),
            ("document.tender", document.Tender),
            ("document.original_no", document.OriginalNo),
            ("document.stated_total", document.StatedTotal),
            ("lines.item", lines.Item),
            ("lines.qty", lines.Qty),
            ("lines.unit", lines.Unit),
            ("lines.net_amount", lines.NetAmount),
            ("lines.tax_amount", lines.TaxAmount),
            ("lines.discount_amount", lines.DiscountAmount),
            ("lines.cost_amount", lines.CostAmount),
            ("lines.original_line_no", lines.OriginalLineNo),
        ];
        return single
            .Concat(Named("document.columns", document.Columns))
            .Concat(Named("lines.columns", lines.Columns))
            .Concat(Many("joins", file.Joins, join => [("on", join.On)]))
            .Concat(file.GroupBy.Select((formula, n) => (Key: At("group_by", n), Formula: (Formula?)formula)))
            .Concat(OfMasters(file.Masters))
            .Where(named => named.Formula is not null)
            .Select(named => (named.Key, named.Formula!));
    }

    private static IEnumerable<(string Key, Formula? Formula)> OfMasters(MasterSpecs masters) =>
        Many("masters.categories", masters.Categories, of =>
            [("code", of.Code), ("name", of.Name), ("parent", of.Parent)])
        .Concat(Many("masters.stores", masters.Stores, of =>
            [("code", of.Code), ("name", of.Name), ("kind", of.Kind), ("region", of.Region),
             ("may_go_negative", of.MayGoNegative)]))
        .Concat(Many("masters.employees", masters.Employees, of =>
            [("code", of.Code), ("name", of.Name), ("store", of.Store)]))
        .Concat(Many("masters.parties", masters.Parties, of =>
            [("code", of.Code), ("name", of.Name), ("customer", of.Customer), ("supplier", of.Supplier),
             ("class", of.Class), ("region", of.Region), ("phone", of.Phone), ("address", of.Address)]))
        .Concat(Many("masters.items", masters.Items, of =>
            [("code", of.Code), ("name", of.Name), ("category", of.Category), ("specification", of.Specification),
             ("maker", of.Maker), ("unit", of.Unit), ("pack_unit", of.PackUnit), ("pack_factor", of.PackFactor),
             ("tax_rate", of.TaxRate)]));

    private static IEnumerable<(string Key, Formula? Formula)> Many<T>(
        string list, IReadOnlyList<T> elements, Func<T, IEnumerable<(string Key, Formula? Formula)>> formulas) =>
        elements.SelectMany((element, n) =>
            formulas(element).Select(named => (Key: $"{At(list, n)}.{named.Key}", named.Formula)));

    private static IEnumerable<(string Key, Formula? Formula)> Named(
        string key, IReadOnlyDictionary<string, Formula> formulas) =>
        formulas.Select(named => (Key: $"{key}.{named.Key}", Formula: (Formula?)named.Value));

    private static string At(string list, int n) => string.Create(CultureInfo.InvariantCulture, $"{list}[{n}]");
}
