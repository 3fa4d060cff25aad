namespace Analytics.Ledger.Batches;

/// <summary>A step of a trace code.</summary>
/// <param name="Seq">Its entry.</param>
/// <param name="Kind">The document's, as the book names it.</param>
/// <param name="DocumentNo">The document's.</param>
/// <param name="BusinessAt">When, UTC.</param>
/// <param name="BusinessDate">The day it counts for.</param>
/// <param name="ItemCode">The item.</param>
/// <param name="BatchNo">Its batch; empty where not known.</param>
/// <param name="Place">Where it was then outside the company's depots; <see cref="Location.None"/> in a depot.</param>
/// <param name="DepotCode">The depot it was in then; empty where in none.</param>
/// <param name="PartyCode">Supplier or customer; empty where there is none.</param>
/// <param name="PartyName">Its name as it was then; empty where there is none or it was erased.</param>
public sealed record TraceStep(
    long Seq, string Kind, string DocumentNo, DateTimeOffset BusinessAt, DateOnly BusinessDate, string ItemCode,
    string BatchNo, Location Place, string DepotCode, string PartyCode, string PartyName);
