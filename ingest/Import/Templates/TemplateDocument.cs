using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>A document as the rows of a template say it, one after another.</summary>
internal sealed class TemplateDocument(KindForm form)
{
    private readonly Given head = new();
    private readonly List<int> mainRows = [];

    /// <summary>The last element of each part, to which the next rows may belong.</summary>
    private readonly Dictionary<Part, Given> last = [];

    private bool isBegun;

    /// <summary>Adds a row.</summary>
    /// <param name="row">What it says; gets what is wrong.</param>
    /// <param name="at">The row's place among those of the document.</param>
    public void Take(TemplateRow row, int at)
    {
        foreach (var (member, value) in row.Head.Values)
        {
            if (!isBegun)
            {
                head.Values[member] = value;
            }
            else if (!value.Equals(head.Values.GetValueOrDefault(member)))
            {
                var name = Spellings.Of(form.Head.Columns.First(column => column.Value == member).Key);
                row.Fault(new Words(
                    $"{name.Zh}：与单据首行不同；请改正或清空",
                    $"{name.En}: differs from the document's first row; mend it or clear it"));
            }
        }

        if (!isBegun)
        {
            row.Need(form.Head, head);
            isBegun = true;
        }

        if (row is { IsElement: true, Part: { } part })
        {
            Add(row, part);
            if (part == form.Main)
            {
                mainRows.Add(at);
            }
        }
    }

    /// <summary>The row (from 0) of the document's line (from 1); the first where it has no such line.</summary>
    public int? RowOf(int line) => line <= mainRows.Count ? mainRows[line - 1] : null;

    public Submission ToSubmission(string source) => form.Make(head, source);

    private void Add(TemplateRow row, Part part)
    {
        var owner = part.Parent == form.Head ? head : last.GetValueOrDefault(part.Parent!);
        if (owner is null)
        {
            var (own, above) = (Spellings.Of(part.Name), Spellings.Of(part.Parent!.Name));
            row.Fault(new Words(
                $"“{own.Zh}”行须在它所属的“{above.Zh}”行之下",
                $"a row of '{own.En}' stands below the '{above.En}' it belongs to"));
            return;
        }

        if (!owner.Lists.TryGetValue(part.List!, out var rows))
        {
            owner.Lists[part.List!] = rows = [];
        }

        rows.Add(row.Element);
        last[part] = row.Element;
    }
}
