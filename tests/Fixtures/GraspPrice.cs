namespace Analytics.Fixtures;

/// <summary>What an item of a <see cref="GraspBook"/> costs by a list.</summary>
public sealed record GraspPrice(string List, string Item, decimal Price);
