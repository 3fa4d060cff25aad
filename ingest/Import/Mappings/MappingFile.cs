using System.Text.Json.Serialization;
using Analytics.Ingest.Import.Expressions;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>A <c>*.map.json</c> as it is written; <c>ingest/Import/README.md</c> explains every key by
/// example.</summary>
internal sealed record MappingFile
{
    public required string Name { get; init; }

    /// <summary>What it is for; for the reader.</summary>
    public string Title { get; init; } = "";

    public SourceSpec Source { get; init; } = new();

    public NumberSpec Numbers { get; init; } = new();

    public IReadOnlyList<JoinSpec> Joins { get; init; } = [];

    /// <summary>Rows for which it is not true are passed over.</summary>
    public Formula? Where { get; init; }

    /// <summary>A change in one of these begins a new document; without them, the document number.</summary>
    public IReadOnlyList<Formula> GroupBy { get; init; } = [];

    /// <summary>Whether rows of one document may stand apart, so that the file is sorted first.</summary>
    public bool Sort { get; init; }

    public required DocumentSpec Document { get; init; }

    public required LineSpec Lines { get; init; }

    public MasterSpecs Masters { get; init; } = new();
}

internal sealed record SourceSpec
{
    /// <summary>"csv", "xlsx" or "parquet".</summary>
    public string Format { get; init; } = "csv";

    /// <summary>The file to take when the path given is a folder.</summary>
    public string File { get; init; } = "";

    public string Delimiter { get; init; } = ",";

    /// <summary>"auto", "utf-8" or "gb18030".</summary>
    public string Encoding { get; init; } = "auto";

    /// <summary>Name of the sheet; empty means the first.</summary>
    public string Sheet { get; init; } = "";

    public int HeaderRow { get; init; } = 1;

    /// <summary>CSV: the one column whose delimiters the source does not quote; surplus fields go back to it.</summary>
    public string Unquoted { get; init; } = "";

    /// <summary>Texts that stand for an empty cell.</summary>
    public IReadOnlyList<string> Nulls { get; init; } = [];

    /// <summary>Whether dates come spelled as a workbook has them: from one, or from the rows it had refused.</summary>
    [JsonIgnore]
    public bool HasTypedDates => IsOfRejects || Format is "xlsx" or "parquet";

    /// <summary>Whether it is the file of rows that were refused of a source of another format.</summary>
    [JsonIgnore]
    public bool IsOfRejects { get; init; }

    /// <summary>A file that no mapping describes: its head in the first row of a CSV file with commas, or of a
    /// workbook's first sheet.</summary>
    public static SourceSpec Of(string path) => new() { Format = FormatOf(path) };

    /// <summary>The format that a file's name says.</summary>
    public static string FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".XLSX" => "xlsx",
        ".PARQUET" => "parquet",
        _ => "csv",
    };
}

internal sealed record NumberSpec
{
    public string DecimalPoint { get; init; } = ".";

    /// <summary>Empty: a number with a thousands separator is refused.</summary>
    public string Thousands { get; init; } = "";
}

/// <summary>A related file beside the source, held in memory; its columns are "name.column" in formulas.</summary>
internal sealed record JoinSpec
{
    public required string Name { get; init; }

    public required string File { get; init; }

    /// <summary>What to look for: a formula over the source and the joins before this one.</summary>
    public required Formula On { get; init; }

    /// <summary>The column of the related file that holds it, unique there.</summary>
    public required string Key { get; init; }

    /// <summary>As source.unquoted, for this file.</summary>
    public string Unquoted { get; init; } = "";

    /// <summary>Whether a row without a match is good, its joined columns empty.</summary>
    public bool Optional { get; init; }
}

internal sealed record DateSpec
{
    public required Formula Value { get; init; }

    /// <summary>.NET format strings, tried in order, such as "yyyy-MM-dd" or "M/d/yyyy".</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>The time of day means nothing, so that 00:00 belongs to its own date whatever the cut-over.</summary>
    public bool DateOnly { get; init; }
}

internal sealed record ShipToSpec
{
    public Formula? Country { get; init; }

    public Formula? Region { get; init; }

    public Formula? Province { get; init; }

    public Formula? City { get; init; }
}

internal sealed record DocumentSpec
{
    /// <summary>A kind with lines of goods, as the book names it.</summary>
    public required Formula Kind { get; init; }

    public required Formula DocumentNo { get; init; }

    /// <summary>Idempotency key; without it, kind and document number.</summary>
    public Formula? Key { get; init; }

    public required DateSpec Date { get; init; }

    public Formula? Store { get; init; }

    public Formula? Depot { get; init; }

    public Formula? Party { get; init; }

    public Formula? Employee { get; init; }

    public ShipToSpec ShipTo { get; init; } = new();

    /// <summary>"cash" or "account".</summary>
    public Formula? Tender { get; init; }

    public Formula? OriginalNo { get; init; }

    public Formula? StatedTotal { get; init; }

    /// <summary>Whatever else the kind takes, by the name of its column in a template.</summary>
    public IReadOnlyDictionary<string, Formula> Columns { get; init; } = new Dictionary<string, Formula>();
}

internal sealed record LineSpec
{
    public required Formula Item { get; init; }

    public required Formula Qty { get; init; }

    public Formula? Unit { get; init; }

    public required Formula NetAmount { get; init; }

    public Formula? TaxAmount { get; init; }

    public Formula? DiscountAmount { get; init; }

    public Formula? CostAmount { get; init; }

    public Formula? OriginalLineNo { get; init; }

    /// <summary>Whatever else a line of the kind takes, by the name of its column in a template.</summary>
    public IReadOnlyDictionary<string, Formula> Columns { get; init; } = new Dictionary<string, Formula>();
}
