using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Tables;

/// <summary>A table that users keep in the book: a row is a version of one master, or one price.</summary>
/// <remarks>Its columns are the fields of the Ledger's record, in the words of <c>tables.csv</c>; a statement of the
/// same name reads what stands, column by column in that order.</remarks>
public sealed class KeptTable
{
    private static readonly ILookup<string, string[]> Texts = ReadTexts();

    private readonly Shape shape;
    private readonly Member? list;

    private KeptTable(string name, Type record)
    {
        Name = name;
        shape = new Shape(record);
        list = shape.Lists().SingleOrDefault();
        var members = shape.Singles().Concat(list?.Shape!.Singles() ?? [])
            .ToDictionary(member => member.Path, StringComparer.Ordinal);
        var (title, columns) = (Texts[name].First(), Texts[name].Skip(1).ToLookup(row => row[1].Split('=')[0]));
        Title = new(title[3], title[4]);
        Columns =
        [
            .. columns.Select(rows => new KeptColumn(
                members[rows.Key], new(rows.First()[3], rows.First()[4]), new(rows.First()[5], rows.First()[6]),
                rows.First()[2] == "yes")
            {
                Choices = [.. rows.Skip(1).Select(row => (row[1].Split('=')[1], new Words(row[3], row[4])))],
            }),
        ];
    }

    /// <summary>All there are.</summary>
    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("targets", typeof(TargetMaster)), new("budgets", typeof(BudgetMaster)),
        new("stock_limits", typeof(StockLimitMaster)), new("credit_limits", typeof(CreditLimitMaster)),
        new("prices", typeof(PriceNote)), new("aging_bands", typeof(AgingBandMaster)),
        new("store_comparisons", typeof(StoreComparisonMaster)),
    ];

    /// <summary>As the command line and the API call it.</summary>
    public string Name { get; }

    public Words Title { get; }

    internal IReadOnlyList<KeptColumn> Columns { get; }

    /// <summary>By name, or by its title in either language; null where there is none.</summary>
    public static KeptTable? Find(string name) => All.FirstOrDefault(table =>
        table.Name == name || table.Title.Zh == name
        || table.Title.En.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a row comes to.</summary>
    internal Submission Make(Given given, string actor)
    {
        if (list is not null)
        {
            given.Lists[list] = [given];
        }

        return (Submission)shape.Make(given) with { Actor = actor };
    }

    /// <summary>The rows as they stand in a view of the book, read as they are asked for.</summary>
    internal IEnumerable<object[]> Rows(BookReader view, bool isChinese)
    {
        using var command = view.Command(Statement());
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return [.. Columns.Select((column, at) => column.Show(reader.GetValue(at), isChinese))];
        }
    }

    private string Statement() => Text($"Import/Tables/{Name}.sql");

    private static string Text(string file)
    {
        using var stream = typeof(KeptTable).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ILookup<string, string[]> ReadTexts() => Text("Import/Tables/tables.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Cells)
        .ToLookup(row => row[0], StringComparer.Ordinal);

    /// <summary>Only the last cell may be quoted.</summary>
    private static string[] Cells(string line)
    {
        var cells = line.Split(',', 7);
        cells[6] = cells[6].Trim('"');
        return cells;
    }
}
