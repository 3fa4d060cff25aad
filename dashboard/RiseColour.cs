namespace Analytics.Dashboard;

/// <summary>The colour of a figure that rose; one that fell gets the other.</summary>
public enum RiseColour
{
    /// <summary>As on Chinese screens: red up, green down.</summary>
    Red,

    /// <summary>As elsewhere: green up, red down.</summary>
    Green,
}
