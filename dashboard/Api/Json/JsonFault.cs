using Analytics.Star;

namespace Analytics.Dashboard.Api.Json;

/// <summary>What is wrong at one place of a body.</summary>
/// <param name="Pointer">Where, by RFC 6901; empty for the whole body.</param>
/// <param name="Message">What, in both languages.</param>
internal sealed record JsonFault(string Pointer, Label Message);
