namespace Analytics.Host;

/// <summary>Exit codes.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
}
