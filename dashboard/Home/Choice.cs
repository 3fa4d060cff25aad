namespace Analytics.Dashboard.Home;

/// <summary>One entry of a picker: the value in the address and the text's key.</summary>
public sealed record Choice(string Value, string Text);
