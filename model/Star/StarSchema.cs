using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Star;

/// <summary>The tables and measures of the Star as this program knows them: schema/*.sql and measures/*.sql.</summary>
public static class StarSchema
{
    /// <summary>Raised when a generation written by this program could mislead an older one.</summary>
    private const int Major = 1;

    internal static readonly SqlFiles Files = new(typeof(StarSchema).Assembly);

    /// <summary><c>major-digest</c>: the digest is over the table definitions, so that an edited definition makes the
    /// next snapshot build although the Ledger stands still.</summary>
    public static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"{Major}-{Digest()}");

    /// <summary>One create-table statement each, in the order they are applied.</summary>
    public static IReadOnlyList<SqlFile> Tables { get; } = Files.Under("schema/");

    /// <summary>One create-table statement for each table that is an annex of its own.</summary>
    public static IReadOnlyList<SqlFile> Annexes { get; } = Files.Under("schema/annex/");

    /// <summary>One file of macros for each fact.</summary>
    public static IReadOnlyList<SqlFile> Measures { get; } = Files.Under("measures/");

    /// <summary>Whether a generation of that version was written by a newer program; also where it cannot be told.
    /// </summary>
    public static bool IsNewer(string version) =>
        !int.TryParse(version.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        || major > Major;

    /// <summary>Whether an annex has the columns that this program knows.</summary>
    internal static bool IsKnown(AnnexFile annex) =>
        Annexes.Any(declared => declared.Name == annex.Table && Definition(declared) == annex.Definition);

    /// <summary>A digest of a table's definition.</summary>
    internal static string Definition(SqlFile table) => Digest(table.Text);

    private static string Digest() => Digest(string.Concat(Files.Under("schema/").Select(file => file.Text)));

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
