namespace Analytics.Dashboard.Access;

/// <summary>What the sign-in page posts.</summary>
internal sealed class SignInForm
{
    public string? Name { get; set; }

    public string? Password { get; set; }

    /// <summary>Where to go afterwards; checked to be local.</summary>
    public string? Return { get; set; }

    /// <summary>Any value: stay signed in on this device.</summary>
    public string? Keep { get; set; }
}
