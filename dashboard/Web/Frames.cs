using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Web;

/// <summary>Makes the frame of a request's page.</summary>
internal sealed class Frames(DashboardOptions options, Texts texts, Assets assets)
{
    public DashboardOptions Options { get; } = options;

    public Frame Of(HttpContext context)
    {
        var culture = PageCulture.Of(context);
        return new()
        {
            Culture = culture,
            Company = Options.CompanyName.Length > 0 ? Options.CompanyName : texts["product"].In(culture),
            UserName = context.User.Identity is { IsAuthenticated: true } user ? user.Name : null,
            Url = context.Request.Path + context.Request.QueryString,
            RiseClass = Options.Rise == RiseColour.Red ? "rise-red" : "rise-green",
            Texts = texts,
            Assets = assets,
        };
    }
}
