namespace Analytics.Ingest.Calendar;

/// <summary>What a day is besides its weekday.</summary>
/// <param name="Kind">"off" 放假, "work" 调休上班, or "ordinary", which takes back what another file says.</param>
/// <param name="NameZh">Name of the holiday in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
internal sealed record Holiday(string Kind, string NameZh, string NameEn)
{
    public const string Off = "off";
    public const string Work = "work";
    public const string Ordinary = "ordinary";
}
