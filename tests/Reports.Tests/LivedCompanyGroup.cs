namespace Analytics.Reports.Tests;

/// <summary>One lived company for all the tests that look at it.</summary>
[CollectionDefinition(nameof(LivedCompany))]
public sealed class LivedCompanyGroup : ICollectionFixture<LivedCompany>;
