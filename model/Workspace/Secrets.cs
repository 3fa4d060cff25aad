using System.Security.Cryptography;
using System.Text;

namespace Analytics.Workspace;

/// <summary>Secrets of 256 random bits. Only their SHA-256 is stored: nobody guesses so many bits from it, so no slow
/// hash is needed.</summary>
internal static class Secrets
{
    private const int Longest = 128;

    /// <param name="mark">Begins the secret and tells its kind.</param>
    public static string New(string mark) => mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static bool IsOne(string text, string mark) =>
        text.Length <= Longest && text.StartsWith(mark, StringComparison.Ordinal);

    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>In constant time. The look-up before it is by the digest, which tells a stranger's stopwatch nothing
    /// about the secret.</summary>
    public static bool IsSame(string stored, string computed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(computed));
}
