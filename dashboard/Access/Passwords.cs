using Analytics.Workspace;
using Microsoft.AspNetCore.Identity;

namespace Analytics.Dashboard.Access;

/// <summary>Passwords as the framework's hasher keeps them, for whoever makes an account.</summary>
public static class Passwords
{
    /// <summary>Longer ones are refused unread: hashing must not become somebody's way to keep the processor
    /// busy.</summary>
    public const int LongestPassword = 256;

    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>The text to store for a password.</summary>
    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    internal static PasswordVerificationResult Verify(string hash, string password) =>
        Hasher.VerifyHashedPassword(null!, hash, password);
}
