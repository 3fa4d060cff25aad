using System.Globalization;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Listings;

/// <summary>What is wrong with what a listing was asked with.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Chinese">What to do, in one line.</param>
/// <param name="English">What to do, in one line.</param>
public sealed record ListingFault(string Parameter, string Chinese, string English)
{
    /// <summary>Whether it is written wrongly, whatever the book holds; else the book does not have what it names.
    /// </summary>
    public bool IsForm { get; init; }

    private static readonly Dictionary<string, (string Zh, string En)> Texts = PipedRows.Of("listing_faults.csv")
        .ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    internal static ListingFault Of(string fault, string parameter, string value)
    {
        var (zh, en) = Texts[fault];
        return new(
            parameter, string.Format(CultureInfo.InvariantCulture, zh, value),
            string.Format(CultureInfo.InvariantCulture, en, value))
        {
            IsForm = true,
        };
    }

    internal static ListingFault Of(RefusalReason reason, string parameter, string value)
    {
        var refusal = new Refusal(reason, 0, value);
        return new(parameter, refusal.Chinese, refusal.English);
    }
}
