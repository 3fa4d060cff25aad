using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Begins documents, and numbers them: kind, location, day, running number within these.</summary>
internal sealed class DocumentNumbers(Chain chain)
{
    private readonly Dictionary<(DocumentKind Kind, int Location), (string Prefix, int Last)> numbers = [];
    private DateOnly today;

    public void Begin(DateOnly date)
    {
        numbers.Clear();
        today = date;
    }

    /// <summary>A document of the location's store that says nothing yet.</summary>
    public Document Blank(DocumentKind kind, int location, (int Day, int Second) at) =>
        new(kind, Next(kind, location), chain.Life.At(at.Day, at.Second))
        {
            StoreCode = chain.StoreCode(location), Lines = [],
        };

    private string Next(DocumentKind kind, int location)
    {
        if (!numbers.TryGetValue((kind, location), out var number))
        {
            number.Prefix = string.Create(
                CultureInfo.InvariantCulture, $"{Letters(kind)}{location + 1:00}-{today:yyyyMMdd}-");
        }

        number.Last++;
        numbers[(kind, location)] = number;
        return number.Prefix + number.Last.ToString("00000", CultureInfo.InvariantCulture);
    }

    /// <summary>The first letters of the kind's words; of one word its first two.</summary>
    private static string Letters(DocumentKind kind)
    {
        var words = DocumentKinds.Name(kind).ToUpperInvariant().Split('_');
        return words.Length == 1 ? words[0][..2] : string.Concat(words.Select(word => word[0]));
    }
}
