using Analytics.Ingest.Import.Drafts;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ingest.Import.Reading;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Templates;

/// <summary>What each row of a template means: its columns say it.</summary>
internal sealed class TemplatePlan(TemplateHead head, SourceSpec source, BusinessDay day) : IPlan
{
    /// <summary>Packs with a trace code are rows too, so that a document has more of them than lines.</summary>
    public int MaxRows => 50_000;

    public bool Sort => false;

    public Words NotAdjacent { get; } = new(
        "同一单据的行在文件中不相邻；请按单据编号排序",
        "rows of a document must be adjacent: sort the file by document number");

    public IRowReader Open(string path, string tempFolder, CancellationToken ct) =>
        new FilledRows(SourceFile.Open(path, source, tempFolder, ct), head);

    public Words? Join(Row row) => null;

    public bool Wants(Row row, out Words? fault)
    {
        fault = null;
        return true;
    }

    public string? GroupOf(Row row)
    {
        if (row.Filled <= head.LastKeyColumn)
        {
            return null;
        }

        var kind = head.KindOf(row).Trim();
        return $"{Spellings.Choice(Spellings.Kinds, kind) ?? kind}\u001f{head.NumberOf(row).Trim()}";
    }

    public string DocumentNo(Row row) => head.NumberOf(row).Trim();

    public void Take(Draft draft, Row row)
    {
        var faults = new List<Words>();
        var kind = head.KindOf(row).Trim();
        if (Spellings.Choice(Spellings.Kinds, kind) is { } name && KindForm.Find(name) is { } form)
        {
            draft.Template ??= new TemplateDocument(form);
            draft.Template.Take(new TemplateRow(head, row, form, day, faults), draft.Rows.Count);
        }
        else
        {
            faults.Add(kind.Length == 0
                ? new Words("单据类型为空，请补齐", "the kind is empty: fill it in")
                : new Words(
                    $"没有“{kind}”这类单据；有哪些，见 analytics import --template",
                    $"there is no kind '{kind}' of document: analytics import --template lists them"));
        }

        draft.Add(row, faults.Count > 0 ? Words.Join(faults) : null);
    }
}
