using System.IO.Compression;
using Analytics.Fixtures;

namespace Analytics.Host.Tests;

/// <summary>A report as a workbook on the command line: who had it written, and the company's own form.</summary>
public sealed class TemplateCommandTests
{
    private static readonly string[] Run = ["report", "run", "sales/ranking", "-p", "period=this_year", "--out"];

    [Fact]
    public async Task A_workbook_says_who_had_it_written_and_a_company_s_own_is_filled_in_its_place()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "300", "--no-serve")).ShouldEndWith(0);

        (await RunAsync(folder, [.. Run, folder.File("plain.xlsx")])).ShouldEndWith(0);
        Text(folder.File("plain.xlsx")).Should().Contain("printed_by").And.Contain(Environment.UserName);

        Directory.CreateDirectory(folder.File("templates/sales"));
        Template(folder.File("templates/sales/ranking.xlsx"), "A1");
        (await RunAsync(folder, [.. Run, folder.File("own.xlsx")])).ShouldEndWith(0);
        Text(folder.File("own.xlsx")).Should().Contain($">{Environment.UserName}<").And.NotContain("printed_at");

        Template(folder.File("given.xlsx"), "B2");
        (await RunAsync(folder, [.. Run, folder.File("filled.xlsx"), "--template", folder.File("given.xlsx")]))
            .ShouldEndWith(0);
        Text(folder.File("filled.xlsx")).Should().Contain("r=\"B2\"");
    }

    [Fact]
    public async Task A_template_that_is_not_there_or_is_none_is_said_in_one_line()
    {
        using var folder = new TempFolder();
        (await RunAsync(folder, "demo", "--lines", "300", "--no-serve")).ShouldEndWith(0);
        await File.WriteAllTextAsync(folder.File("text.xlsx"), "text");

        var absent = await RunAsync(folder, [.. Run, folder.File("a.xlsx"), "--template", folder.File("absent.xlsx")]);
        var text = await RunAsync(folder, [.. Run, folder.File("a.xlsx"), "--template", folder.File("text.xlsx")]);

        absent.ShouldEndWith(1);
        absent.Errors.Should().ContainSingle().Which.Should().Contain("there is no template");
        text.ShouldEndWith(1);
        text.Errors.Should().ContainSingle().Which.Should().Contain("text.xlsx is no .xlsx workbook");
        File.Exists(folder.File("a.xlsx")).Should().BeFalse();
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);

    /// <summary>A workbook of one empty sheet, a cell of which is to say who it was printed by.</summary>
    private static void Template(string path, string cell)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/";
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Put("[Content_Types].xml", $"""
            <Types xmlns="{Package}content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/>
            <Override PartName="/xl/sheet.xml" ContentType="{Type}worksheet+xml"/></Types>
            """);
        Put("_rels/.rels", $"""
            <Relationships xmlns="{Package}relationships">
            <Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Put("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}relationships">
            <Relationship Id="rId1" Type="{Office}/worksheet" Target="sheet.xml"/></Relationships>
            """);
        Put("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>
            <definedNames><definedName name="printed_by">A!${cell[0]}${cell[1]}</definedName></definedNames></workbook>
            """);
        Put("xl/sheet.xml", $"""<worksheet xmlns="{Main}"><sheetData/></worksheet>""");

        void Put(string part, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(text);
        }
    }

    /// <summary>All that the package says.</summary>
    private static string Text(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return string.Concat(zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal))
            .Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }));
    }
}
