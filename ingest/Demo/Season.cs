namespace Analytics.Ingest.Demo;

/// <summary>When in the year a category sells more than usual.</summary>
internal enum Season
{
    Flat,

    /// <summary>Colds and flu: December to February, with a peak in some weeks.</summary>
    Cold,

    /// <summary>Drinks, sun, mosquitoes: June to August.</summary>
    Summer,

    /// <summary>Warmth and tonics: November to February.</summary>
    Winter,

    /// <summary>Pollen: March to May.</summary>
    Spring,

    /// <summary>Gifts: before Spring Festival and Mid-Autumn.</summary>
    Gift,
}
