using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Reports.Tests.Export;

/// <summary>The definition of the format, as its own library checks it.</summary>
internal static class WorkbookRules
{
    /// <summary>What in a workbook breaks it.</summary>
    public static IEnumerable<string> Broken(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ToList();
    }
}
