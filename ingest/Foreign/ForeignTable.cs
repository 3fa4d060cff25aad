using Analytics.Star;

namespace Analytics.Ingest.Foreign;

/// <summary>A table that a mapping may give: incoming/x.sql is the contract, check/x.sql refuses what breaks it beyond
/// a single cell, accept/x.sql fills staging_x with what is left.</summary>
/// <param name="Name">Of the mapping's file.</param>
internal sealed record ForeignTable(string Name)
{
    private static readonly SqlFiles Files = new(typeof(ForeignTable).Assembly);

    /// <summary>In the order they are checked: what a table names stands before it.</summary>
    public static IReadOnlyList<ForeignTable> All { get; } =
    [
        new("category"), new("item"), new("store"), new("price_list"), new("party"), new("employee"), new("account"),
        new("batch"), new("price"), new("target"),
        new("document"), new("document_line"), new("ended_line"), new("invoice_line"),
        new("stock_movement"), new("on_hand"), new("money_entry"), new("allocation"), new("control"),
    ];

    public string Incoming { get; } = Files.Read($"Foreign/incoming/{Name}.sql");

    public string Check { get; } = Files.Read($"Foreign/check/{Name}.sql");

    public string Accept { get; } = Files.Read($"Foreign/accept/{Name}.sql");

    public IReadOnlyList<ForeignColumn> Columns { get; } =
        ForeignColumn.Of(Files.Read($"Foreign/incoming/{Name}.sql"));

    /// <summary>Whether its rows belong to a document each.</summary>
    public bool IsOfDocuments => Name != "document" && Columns.Any(column => column.Name == "document_id");

    /// <summary>Refuses rows of a table, by name, that belong to no document.</summary>
    public static string OfNoDocument => Files.Read("Foreign/of_no_document.sql");

    /// <summary>The keys of codes and the place of refused rows.</summary>
    public static string Open => Files.Read("Foreign/open.sql");

    /// <summary>Takes out whole documents.</summary>
    public static string WholeDocuments => Files.Read("Foreign/check/whole_document.sql");
}
