using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Tables;

/// <summary>What is posted to hand in a file for a kept table.</summary>
internal sealed class TableForm
{
    public IFormFile? File { get; set; }

    /// <summary>"yes" only looks through the file.</summary>
    public string? Check { get; set; }
}
