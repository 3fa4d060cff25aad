using Analytics.Ingest.Import.Posting;
using Analytics.Ingest.Import.Reading;

namespace Analytics.Ingest.Import.Templates;

/// <summary>The head of a template: which column stands where.</summary>
internal sealed class TemplateHead
{
    private readonly int kindAt;
    private readonly int numberAt;
    private readonly int partAt;

    private TemplateHead(string?[] columns)
    {
        Columns = columns;
        kindAt = Array.IndexOf(columns, Spellings.Kind);
        numberAt = Array.IndexOf(columns, Spellings.DocumentNo);
        partAt = Array.IndexOf(columns, Spellings.Part);
    }

    /// <summary>Each column by its name; null where it has none, or is one that a reject file puts before them.
    /// </summary>
    public IReadOnlyList<string?> Columns { get; }

    /// <summary>A row that is filled no further does not say which document it belongs to.</summary>
    public int LastKeyColumn => Math.Max(kindAt, numberAt);

    /// <summary>Whether a head is that of a template: it names kind and number of its documents.</summary>
    public static bool Fits(IReadOnlyList<string> header)
    {
        var columns = Named(header);
        return Array.IndexOf(columns, Spellings.Kind) >= 0 && Array.IndexOf(columns, Spellings.DocumentNo) >= 0;
    }

    /// <exception cref="SourceException">A column has no known name, or stands there twice.</exception>
    public static TemplateHead Of(IReadOnlyList<string> header)
    {
        var columns = Named(header);
        var own = RejectFile.OwnColumns(header);
        var unknown = header.Where((name, at) => at >= own && name.Length > 0 && columns[at] is null).ToList();
        if (unknown.Count > 0)
        {
            throw new SourceException(
                $"模板没有这些列：{string.Join('、', unknown)}；请删去或改名（analytics import --template 写出某类单据的列），"
                + "或用 --map 指定映射文件",
                $"a template has no columns {string.Join(", ", unknown)}: remove or rename them (analytics import "
                + "--template writes the columns of a kind), or give a mapping by --map");
        }

        var twice = columns.Select((name, at) => (name, at)).Where(one => one.name is not null)
            .GroupBy(one => one.name).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            var names = twice.Select(one => header[one.at]).ToList();
            throw new SourceException(
                $"这些列是同一列：{string.Join('、', names)}；请只留一列",
                $"the columns {string.Join(", ", names)} are the same one: keep one of them");
        }

        return new TemplateHead(columns);
    }

    public string KindOf(Row row) => row.Cells[kindAt];

    public string NumberOf(Row row) => row.Cells[numberAt];

    public string PartOf(Row row) => partAt < 0 ? "" : row.Cells[partAt];

    public void Fill(Row row, string kind, string number)
    {
        row.Cells[kindAt] = kind;
        row.Cells[numberAt] = number;
    }

    private static string?[] Named(IReadOnlyList<string> header)
    {
        var own = RejectFile.OwnColumns(header);
        return [.. header.Select((name, at) => at < own ? null : Spellings.Find(name))];
    }
}
