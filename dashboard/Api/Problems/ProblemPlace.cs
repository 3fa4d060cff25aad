namespace Analytics.Dashboard.Api.Problems;

/// <summary>One thing that is wrong with a body or an address.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to it, empty for the whole body; of an address, the parameter's name.
/// </param>
/// <param name="Message">What is wrong.</param>
internal sealed record ProblemPlace(string Pointer, string Message);
