using Microsoft.Playwright;

namespace Analytics.EndToEnd;

/// <summary>A headless Chromium of this machine, for the tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // Without the last four flags, Chromium calls its maker at every start, which a closed network refuses noisily.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    private static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append("/usr/bin")
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Headless = true,
            Args = Flags,
        });
    }

    /// <summary>A visitor with cookies of his own; the test is skipped where there is no browser.</summary>
    public async Task<Visit> VisitAsync(Uri address, int width = 1280, bool hasScripts = true)
    {
        Skip.If(chromium is null, "no Chromium on this machine: apt-get install chromium, or run test.sh");
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = 844 },
            JavaScriptEnabled = hasScripts,
            AcceptDownloads = true,
            Locale = "zh-CN",
        });
        return await Visit.StartAsync(context);
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
