using Microsoft.Playwright;

namespace Analytics.EndToEnd;

/// <summary>One visitor's page, and every complaint the browser made about it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, faults of scripts, breaches of the content policy, answers of 500 and more.
    /// </summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Visit> StartAsync(IBrowserContext context)
    {
        // A breach is an event on the document; as an error on the console it is seen like any other.
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => console.error('policy', e.violatedDirective))");
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Console += (_, message) => visit.Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => visit.Note(true, error);
        page.Response += (_, response) => visit.Note(response.Status >= 500, $"{response.Status} {response.Url}");
        return visit;
    }

    public async Task SignInAsync(string name, string password, string target = "/")
    {
        await Page.GotoAsync(target);
        await Page.FillAsync("[name=Name]", name);
        await Page.FillAsync("[name=Password]", password);
        await Page.ClickAsync("main button");
        await Page.WaitForSelectorAsync("#detail table");

        // The table comes with the page, the scripts that answer a click after it.
        await Page.WaitForLoadStateAsync();
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            complaints.Add(text);
        }
    }
}
