using Analytics.Dashboard.Home;
using Analytics.Dashboard.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Dashboard.Tests;

public sealed class HomeStateTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?period=today&by=item")]
    [InlineData("?period=custom&from=2024-01-01&to=2024-02-01&by=none&compare=lunar&compare=previous")]
    [InlineData("?compare=&days=90&measure=sales_qty&rows=all")]
    public void An_address_leads_back_to_the_state_it_was_made_of(string query)
    {
        var state = Parse(query);
        var again = Parse(new Uri("http://h" + state.Url("/")).Query);
        again.Should().BeEquivalentTo(state);
        again.Url("/").Should().Be(state.Url("/"));
    }

    [Fact]
    public void Values_nobody_offers_for_the_trend_are_not_taken()
    {
        var state = Parse("?days=100000&measure=password");
        state.TrendDays.Should().Be(30);
        state.TrendMeasure.Should().Be("sales_amount");
    }

    [Fact]
    public void No_window_chosen_differs_from_no_word_about_windows()
    {
        Parse("?by=store").Compare.Should().Equal("last_year", "same_days_last_month");
        Parse("?by=store&compare=").Compare.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/?a=b", true)]
    [InlineData("//host", false)]
    [InlineData("/\\host", false)]
    [InlineData("http://host/", false)]
    [InlineData("/a\r\nb", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_paths_of_this_server_are_local(string? url, bool isLocal) =>
        LocalUrl.IsLocal(url).Should().Be(isLocal);

    private static HomeState Parse(string query) =>
        HomeState.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
