namespace Analytics.Dashboard.Home;

/// <summary>How a figure moved: an arrow, its size in words, and the style class that colours it.</summary>
public sealed record Movement(string Arrow, string Size, string Class);
