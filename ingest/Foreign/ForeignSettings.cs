namespace Analytics.Ingest.Foreign;

/// <summary>The foreign database that a company's star is from.</summary>
/// <param name="Name">Of its mapping: a folder of statements.</param>
/// <param name="Provider">As linq2db names it, such as PostgreSQL or SqlServer.2016; SQLite is a file.</param>
/// <param name="Connection">The provider's connection string.</param>
public sealed record ForeignSettings(string Name, string Provider, string Connection);
