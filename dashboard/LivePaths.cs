using Analytics.Dashboard.Live;

namespace Analytics.Dashboard;

/// <summary>Addresses of a live source, for whoever makes one without a page.</summary>
public static class LivePaths
{
    /// <summary>One a format; the server's own address stands before each.</summary>
    public static IReadOnlyList<string> Of(string secret, string config) =>
        [.. LiveAddress.Formats.Select(format => LiveAddress.Of(secret, config, format))];
}
