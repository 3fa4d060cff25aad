using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>The paper an answer is printed on, in points, 72 to the inch.</summary>
/// <param name="Name">As options and addresses give it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Css">Its size as a style sheet gives it.</param>
/// <param name="Width">Of the page as it is held to be read.</param>
/// <param name="Height">Of one page, which on continuous paper is one form.</param>
/// <remarks>Continuous paper (连续纸) for needle printers is 241 mm wide with its perforated edges and 279.4 mm long, or
/// a half or a third of that.</remarks>
public sealed record Paper(string Name, Label Label, string Css, float Width, float Height)
{
    /// <summary>Below this a page is a slip: its head and foot are set closely.</summary>
    private const float Low = 450;

    private const float PointsPerMillimetre = 72 / 25.4f;

    public static Paper A4 { get; } = new("a4", new("A4 横向", "A4 across"), "A4 landscape", 842, 595);

    public static Paper A5 { get; } = new("a5", new("A5 横向", "A5 across"), "A5 landscape", 595, 420);

    /// <summary>The papers there are, the usual one first.</summary>
    public static IReadOnlyList<Paper> All { get; } =
    [
        A4,
        A5,
        Continuous("241", new("241 连续纸", "Continuous 241 mm"), 279.4f),
        Continuous("241-2", new("241 连续纸二等分", "Continuous 241 mm, half"), 139.7f),
        Continuous("241-3", new("241 连续纸三等分", "Continuous 241 mm, third"), 93.1f),
    ];

    /// <summary>The names, for a message.</summary>
    public static string Names => string.Join('|', All.Select(paper => paper.Name));

    /// <summary>At the left and the right; continuous paper loses its perforated edges.</summary>
    public float Margin { get; private init; } = 30;

    /// <summary>For what is printed between the margins.</summary>
    public float Usable => Width - (2 * Margin);

    /// <summary>Base line of the title.</summary>
    internal float Title => Height < Low ? 24 : 40;

    /// <summary>Base line of the first line under the title, and from one to the next.</summary>
    internal (float First, float Step) Lines => Height < Low ? (35, 9.5f) : (53, 11);

    /// <summary>Where a table may begin at the earliest.</summary>
    internal float TableTop => Height < Low ? 0 : 92;

    /// <summary>Up to where rows may reach.</summary>
    internal float Bottom => Height - (Height < Low ? 36 : 58);

    /// <summary>Base lines of the line to sign, and of the foot.</summary>
    internal (float Sign, float Foot) End => Height < Low ? (Height - 24, Height - 12) : (Height - 40, Height - 22);

    /// <summary>The paper of that name; null where there is none.</summary>
    public static Paper? Find(string name) => All.FirstOrDefault(paper => paper.Name == name);

    private static Paper Continuous(string name, Label label, float millimetres) => new(
        name, label, string.Create(CultureInfo.InvariantCulture, $"241mm {millimetres}mm"),
        241 * PointsPerMillimetre, millimetres * PointsPerMillimetre)
    {
        Margin = 45,
    };
}
