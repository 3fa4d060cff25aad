namespace Analytics.Dashboard.Tables;

/// <summary>Tables that users keep, behind the API. Who composes the server gives it: reading and writing files of many
/// forms is no business of the pages.</summary>
/// <param name="Tables">By name, with what they are called.</param>
/// <param name="WriteAsync">Writes a template, or what stands in the book.</param>
/// <param name="ImportAsync">Takes a file into the book.</param>
public sealed record TableDoor(
    IReadOnlyList<(string Name, string Chinese, string English)> Tables,
    Func<TableQuestion, Stream, CancellationToken, Task> WriteAsync,
    Func<TableUpload, CancellationToken, Task<TableAnswer>> ImportAsync);
