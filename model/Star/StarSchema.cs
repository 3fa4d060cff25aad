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

    /// <summary>One file of macros for each fact.</summary>
    public static IReadOnlyList<SqlFile> Measures { get; } = Files.Under("measures/");

    /// <summary>Whether a generation of that version was written by a newer program; also where it cannot be told.
    /// </summary>
    public static bool IsNewer(string version) =>
        !int.TryParse(version.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        || major > Major;

    private static string Digest()
    {
        var text = string.Concat(Files.Under("schema/").Select(file => file.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }
}
