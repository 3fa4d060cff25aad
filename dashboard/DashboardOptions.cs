using Analytics.Dashboard.Tables;
using Analytics.Ledger.Heads;
using Analytics.Reports;
using Analytics.Star;
using Analytics.Workspace;

namespace Analytics.Dashboard;

/// <summary>What the dashboard serves, already opened, and how. The caller owns what it hands over and disposes of
/// it.</summary>
public sealed record DashboardOptions
{
    public required StarFolder Folder { get; init; }

    public required StarReaders Readers { get; init; }

    public required Catalog Catalog { get; init; }

    public required Glossary Glossary { get; init; }

    public required WorkspaceDb Workspace { get; init; }

    /// <summary>Where the keys of the cookies are kept: <c>keys/</c> of the data folder, readable by its owner
    /// only.</summary>
    public required string KeysFolder { get; init; }

    /// <summary>The book behind the posting API; null answers that there is none.</summary>
    public LedgerDoor? Ledger { get; init; }

    /// <summary>The tables that users keep; null where there are none.</summary>
    public TableDoor? Tables { get; init; }

    /// <summary>Signs heads of the book; null answers that none was signed.</summary>
    public HeadSigner? Heads { get; init; }

    /// <summary>Where attachments are kept: <c>attachments/</c> of the data folder.</summary>
    public string AttachmentsFolder { get; init; } = "";

    /// <summary>Where an export that is written by way of a file puts it: <c>tmp/</c> of the data folder.</summary>
    public required string TempFolder { get; init; }

    /// <summary>Workbooks of the company's own that reports fill: <c>templates/</c> of the data folder.</summary>
    public string TemplatesFolder { get; init; } = "";

    /// <summary>Addresses to listen on. Loopback unless somebody decides otherwise.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Stands in the head of every page; empty shows the product's name.</summary>
    public string CompanyName { get; init; } = "";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The zone of "today" and of every moment shown.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The one place that decides the colour of ▲ and ▼.</summary>
    public RiseColour Rise { get; init; } = RiseColour.Red;
}
