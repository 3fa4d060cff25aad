using System.Globalization;
using Analytics.Ingest.Import.Templates;
using Analytics.Ledger;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>What can be wrong with a mapping before any file is seen.</summary>
internal static class MappingCheck
{
    public static IReadOnlyList<(string Key, string Message)> Errors(MappingFile file)
    {
        var errors = new List<(string Key, string Message)>();
        errors.AddRange(MappingFormulas.All(file)
            .Where(named => named.Formula.Error is not null)
            .Select(named => (named.Key, named.Formula.Error!)));
        errors.AddRange(OfSource(file.Source));
        errors.AddRange(OfNumbers(file.Numbers));
        errors.AddRange(OfJoins(file.Joins));
        errors.AddRange(OfDate(file.Document.Date));
        errors.AddRange(OfConstants(file));
        errors.AddRange(OfColumns("document.columns", file.Document.Columns.Keys));
        errors.AddRange(OfColumns("lines.columns", file.Lines.Columns.Keys));
        if (string.IsNullOrWhiteSpace(file.Name))
        {
            errors.Add(("name", "is empty: give the mapping a name"));
        }

        return errors;
    }

    private static IEnumerable<(string Key, string Message)> OfSource(SourceSpec source)
    {
        if (source.Format is not ("csv" or "xlsx" or "parquet"))
        {
            yield return ("source.format", $"'{source.Format}' is not one of csv, xlsx, parquet");
        }

        if (source.Encoding is not ("auto" or "utf-8" or "gb18030"))
        {
            yield return ("source.encoding", $"'{source.Encoding}' is not one of auto, utf-8, gb18030");
        }

        if (source.Delimiter.Length != 1 || source.Delimiter is "\"" or "\n" or "\r")
        {
            yield return ("source.delimiter", "must be one character, such as \",\" or \"\\t\"");
        }

        if (source.HeaderRow < 1)
        {
            yield return ("source.header_row", "rows are counted from 1");
        }

        if (source.File.AsSpan().ContainsAny('/', '\\'))
        {
            yield return ("source.file", "must be a file name without folders");
        }
    }

    private static IEnumerable<(string Key, string Message)> OfNumbers(NumberSpec numbers)
    {
        if (numbers.DecimalPoint is not ("." or ","))
        {
            yield return ("numbers.decimal_point", "must be \".\" or \",\"");
        }

        if (numbers.Thousands.Length > 1 || numbers.Thousands == numbers.DecimalPoint
            || numbers.Thousands.Any(char.IsAsciiLetterOrDigit) || numbers.Thousands is "+" or "-")
        {
            yield return ("numbers.thousands", "must be one sign that is not the decimal point, or empty");
        }
    }

    private static IEnumerable<(string Key, string Message)> OfJoins(IReadOnlyList<JoinSpec> joins)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var n = 0; n < joins.Count; n++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"joins[{n}]");
            if (!names.Add(joins[n].Name) || joins[n].Name.Contains('.', StringComparison.Ordinal))
            {
                yield return ($"{key}.name", $"'{joins[n].Name}' must be unique and without a dot");
            }

            if (joins[n].File.Length == 0 || joins[n].File.AsSpan().ContainsAny('/', '\\'))
            {
                yield return ($"{key}.file", "must be a file name without folders: it lies beside the source");
            }
        }
    }

    private static IEnumerable<(string Key, string Message)> OfColumns(string key, IEnumerable<string> names) =>
        names.Where(name => Spellings.Find(name) is null)
            .Select(name => ($"{key}.{name}", "no template has such a column: see analytics import --template KIND"));

    private static IEnumerable<(string Key, string Message)> OfDate(DateSpec date)
    {
        if (date.Formats.Count == 0)
        {
            yield return ("document.date.formats", "state at least one, such as \"yyyy-MM-dd\"");
        }

        foreach (var format in date.Formats.Where(format => !IsWholeDate(format)))
        {
            yield return ("document.date.formats", $"'{format}' must hold y, M and d, such as \"yyyy-MM-dd HH:mm\"");
        }
    }

    private static bool IsWholeDate(string format)
    {
        var sample = new DateTime(2019, 11, 28, 0, 0, 0, DateTimeKind.Unspecified);
        try
        {
            var spelled = sample.ToString(format, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(
                spelled, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                && read.Date == sample;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Key, string Message)> OfConstants(MappingFile file)
    {
        if (file.Document.Kind.Fixed is { } kind && Codes.Kind(kind) is null && file.Document.Kind.Error is null)
        {
            yield return ("document.kind", $"'{kind}' is not one of {Codes.Names<DocumentKind>()}");
        }

        if (file.Document.Tender is { Error: null, Fixed: { } tender } && Codes.Tender(tender) is null)
        {
            yield return ("document.tender", $"'{tender}' is not one of {Codes.Names<Tender>()}");
        }

        for (var n = 0; n < file.Masters.Stores.Count; n++)
        {
            if (file.Masters.Stores[n].Kind is { Error: null, Fixed: { } store } && Codes.Store(store) is null)
            {
                yield return ($"masters.stores[{n.ToString(CultureInfo.InvariantCulture)}].kind",
                    $"'{store}' is not one of {Codes.Names<StoreKind>()}");
            }
        }
    }
}
