using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using S = DocumentFormat.OpenXml.Drawing.Spreadsheet;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reports.Export;

/// <summary>Puts a picture on the first sheet of a workbook.</summary>
/// <remarks>Done on the package, for the library that fills workbooks measures pictures with a graphics library that is
/// not there.</remarks>
internal static class XlsxPicture
{
    private const int EmuOfPixel = 9_525;

    /// <param name="book">A workbook, changed in place.</param>
    /// <param name="png">The picture.</param>
    /// <param name="row">Its upper edge, from 0.</param>
    /// <param name="size">Pixels that it is shown in.</param>
    public static void Add(Stream book, byte[] png, int row, (int Width, int Height) size)
    {
        using var document = SpreadsheetDocument.Open(book, isEditable: true);
        var workbook = document.WorkbookPart!;
        var first = workbook.Workbook.Descendants<X.Sheet>().First();
        var sheet = (WorksheetPart)workbook.GetPartById(first.Id!);
        var drawings = sheet.AddNewPart<DrawingsPart>();
        var image = drawings.AddImagePart(ImagePartType.Png);
        using (var bytes = new MemoryStream(png))
        {
            image.FeedData(bytes);
        }

        var anchor = new S.OneCellAnchor(
            new S.FromMarker(
                new S.ColumnId("0"), new S.ColumnOffset("0"), new S.RowId(row.ToString(Invariant)),
                new S.RowOffset("0")),
            new S.Extent { Cx = size.Width * EmuOfPixel, Cy = size.Height * EmuOfPixel },
            Picture(drawings.GetIdOfPart(image)),
            new S.ClientData());
        drawings.WorksheetDrawing = new S.WorksheetDrawing(anchor);
        var reference = new X.Drawing { Id = sheet.GetIdOfPart(drawings) };
        var after = sheet.Worksheet.ChildElements.Last(element => element is X.SheetData or X.MergeCells
            or X.PrintOptions or X.PageMargins or X.PageSetup or X.HeaderFooter or X.ConditionalFormatting
            or X.DataValidations or X.Hyperlinks);
        sheet.Worksheet.InsertAfter(reference, after);
    }

    private static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static S.Picture Picture(string image) => new(
        new S.NonVisualPictureProperties(
            new S.NonVisualDrawingProperties { Id = 2, Name = "Chart" },
            new S.NonVisualPictureDrawingProperties(new A.PictureLocks { NoChangeAspect = true })),
        new S.BlipFill(new A.Blip { Embed = image }, new A.Stretch(new A.FillRectangle())),
        new S.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
}
