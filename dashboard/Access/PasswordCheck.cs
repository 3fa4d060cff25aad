using Analytics.Workspace;
using Microsoft.AspNetCore.Identity;

namespace Analytics.Dashboard.Access;

/// <summary>Whether a name and a password belong together. Unknown names, locked accounts and wrong passwords take the
/// same time and get the same answer, so that nobody learns which names exist.</summary>
internal sealed class PasswordCheck(WorkspaceDb workspace)
{
    // Nobody's password: compared where there is no account, to spend the time.
    private readonly string nobody = Passwords.Hash(Guid.NewGuid().ToString("N"));

    /// <summary>The account, or null.</summary>
    public async Task<Account?> CheckAsync(string name, string password, CancellationToken ct)
    {
        if (name.Length > Accounts.LongestName || password.Length > Passwords.LongestPassword)
        {
            return null;
        }

        var attempt = await workspace.Accounts.BeginSignInAsync(name, ct);
        if (attempt is not SignIn.Open open)
        {
            _ = Passwords.Verify(nobody, password);
            return null;
        }

        var verdict = Passwords.Verify(open.Account.PasswordHash, password);
        if (verdict == PasswordVerificationResult.Failed)
        {
            return null;
        }

        await workspace.Accounts.SignedInAsync(open.Account.AccountId, ct);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await workspace.Accounts.RehashAsync(open.Account.AccountId, Passwords.Hash(password), ct);
        }

        return open.Account;
    }
}
