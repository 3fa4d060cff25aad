using Analytics.Ingest.Import.Reading;

namespace Analytics.Ingest.Import.Templates;

/// <summary>Rows of a template, a document's kind and number put into each of its rows where the first alone says
/// them.</summary>
/// <param name="rows">The rows as they stand in the file.</param>
/// <param name="head">Where kind and number stand.</param>
internal sealed class FilledRows(IRowReader rows, TemplateHead head) : IRowReader
{
    private string kind = "";
    private string number = "";

    public string[] Header => rows.Header;

    public Row? Read()
    {
        if (rows.Read() is not { } row)
        {
            return null;
        }

        var (ownKind, ownNumber) = (head.KindOf(row).Trim(), head.NumberOf(row).Trim());
        var isSame = (ownNumber.Length == 0 || ownNumber == this.number)
            && (ownKind.Length == 0 || Spelled(ownKind) == Spelled(this.kind));
        if (isSame)
        {
            head.Fill(row, this.kind, this.number);
        }
        else if (row.Filled > head.LastKeyColumn)
        {
            (this.kind, this.number) = (ownKind, ownNumber);
        }

        return row;
    }

    public void Dispose() => rows.Dispose();

    private static string Spelled(string kind) => Spellings.Choice(Spellings.Kinds, kind) ?? kind;
}
