namespace Analytics.Workspace;

/// <summary>Whether a password may be tried now, from <see cref="Accounts.BeginSignInAsync"/>.</summary>
public abstract record SignIn
{
    private SignIn()
    {
    }

    /// <summary>Compare the password with the account's hash; if it is right, say so by
    /// <see cref="Accounts.SignedInAsync"/>. Otherwise nothing is left to do: the attempt is counted already.</summary>
    public sealed record Open(Account Account) : SignIn;

    /// <summary>Too many wrong passwords: do not compare, answer as for a wrong one.</summary>
    public sealed record Locked(DateTimeOffset Until) : SignIn;

    /// <summary>No such account, or not active. Spend as long as a comparison takes, and answer as for a wrong
    /// password.
    /// </summary>
    public sealed record Unknown : SignIn;
}
