using Analytics.Ingest.Import.Expressions;

namespace Analytics.Ingest.Import.Mappings;

/// <summary>The masters to create on the way. A row whose code is empty creates none.</summary>
internal sealed record MasterSpecs
{
    /// <summary>Roots before what hangs on them.</summary>
    public IReadOnlyList<CategorySpec> Categories { get; init; } = [];

    public IReadOnlyList<StoreSpec> Stores { get; init; } = [];

    public IReadOnlyList<EmployeeSpec> Employees { get; init; } = [];

    public IReadOnlyList<PartySpec> Parties { get; init; } = [];

    public IReadOnlyList<ItemSpec> Items { get; init; } = [];
}

internal sealed record CategorySpec
{
    public required Formula Code { get; init; }

    public required Formula Name { get; init; }

    public Formula? Parent { get; init; }
}

internal sealed record StoreSpec
{
    public required Formula Code { get; init; }

    public required Formula Name { get; init; }

    /// <summary>"store" or "depot".</summary>
    public Formula? Kind { get; init; }

    public Formula? Region { get; init; }

    /// <summary>True where not stated: history seldom comes with its opening stock.</summary>
    public Formula? MayGoNegative { get; init; }
}

internal sealed record EmployeeSpec
{
    public required Formula Code { get; init; }

    public required Formula Name { get; init; }

    public Formula? Store { get; init; }
}

internal sealed record PartySpec
{
    public required Formula Code { get; init; }

    public required Formula Name { get; init; }

    public Formula? Customer { get; init; }

    public Formula? Supplier { get; init; }

    public Formula? Class { get; init; }

    public Formula? Region { get; init; }

    public Formula? Phone { get; init; }

    public Formula? Address { get; init; }
}

internal sealed record ItemSpec
{
    public required Formula Code { get; init; }

    public required Formula Name { get; init; }

    public required Formula Category { get; init; }

    public Formula? Specification { get; init; }

    public Formula? Maker { get; init; }

    public Formula? Unit { get; init; }

    public Formula? PackUnit { get; init; }

    public Formula? PackFactor { get; init; }

    public Formula? TaxRate { get; init; }
}
