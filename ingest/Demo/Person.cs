namespace Analytics.Ingest.Demo;

/// <summary>A member, a wholesale customer or an employee.</summary>
/// <param name="Code">Party or employee code.</param>
/// <param name="Name">Name.</param>
/// <param name="Location">Home store; the depot for those who sell wholesale.</param>
/// <param name="Place">City.</param>
internal sealed record Person(string Code, string Name, int Location, string Place);
