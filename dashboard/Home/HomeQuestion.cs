using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Dashboard.Home;

/// <summary>Who asks what of which generation, and in which language.</summary>
internal sealed record HomeQuestion(HomeState State, Manifest Manifest, Scope Scope, Frame Frame)
{
    /// <summary>A question for year on year about this generation.</summary>
    public ReportRequest Request(params (string Name, string Value)[] parameters) =>
        new(HomeState.Report, parameters.ToDictionary(pair => pair.Name, pair => pair.Value))
        {
            Generation = Manifest.Generation,
            Culture = Frame.Culture,
        };
}
