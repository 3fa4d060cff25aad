using System.Xml.Linq;

namespace Analytics.Tidy;

/// <summary>A csproj, read as it stands: what it refers to and shows to others.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument xml;

    public ProjectFile(SourceFile file)
    {
        File = file;
        xml = XDocument.Parse(file.Text, LoadOptions.SetLineInfo);
    }

    public SourceFile File { get; }

    public string Name => File.Stem;

    public string Folder => File.Folder;

    public string RootNamespace => "Analytics." + Name;

    public bool IsTest => File.IsTest;

    public IEnumerable<XElement> References => xml.Descendants("ProjectReference");

    public IEnumerable<XElement> Packages => xml.Descendants("PackageReference");

    public IEnumerable<XElement> Friends => xml.Descendants("InternalsVisibleTo");

    public static string Include(XElement element) => (string?)element.Attribute("Include") ?? "";

    public static int Line(XElement element) => ((System.Xml.IXmlLineInfo)element).LineNumber;
}
