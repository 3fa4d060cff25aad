namespace Analytics.Fixtures;

/// <summary>What a receipt or a payment of a <see cref="GraspBook"/> settles of a bill.</summary>
/// <param name="By">The receipt or payment.</param>
/// <param name="Of">The bill.</param>
/// <param name="Amount">Above nothing.</param>
public sealed record GraspSettlement(GraspEntry By, GraspEntry Of, decimal Amount);
