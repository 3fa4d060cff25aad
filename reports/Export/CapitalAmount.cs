using System.Text;

namespace Analytics.Reports.Export;

/// <summary>An amount in words that are not easily altered (人民币大写), as bills and statements carry it.</summary>
/// <remarks>To the cent, half away from zero. 零 stands once for any digits 0 between others; 整 ends what has no cents.
/// </remarks>
internal static class CapitalAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly string[] Places = ["", "拾", "佰", "仟"];

    public static string Of(decimal amount)
    {
        var cents = Math.Round(Math.Abs(amount), 2, MidpointRounding.AwayFromZero);
        var whole = decimal.Truncate(cents);
        var (jiao, fen) = ((int)(cents * 10 % 10), (int)(cents * 100 % 10));
        var words = new StringBuilder(amount < 0 && cents > 0 ? "人民币负" : "人民币");
        if (whole > 0 || cents == 0)
        {
            words.Append(whole == 0 ? "零" : Whole(whole)).Append('元');
        }

        if (jiao == 0 && fen == 0)
        {
            return words.Append('整').ToString();
        }

        if (jiao > 0)
        {
            words.Append(Digits[jiao]).Append('角');
        }
        else if (whole > 0)
        {
            words.Append('零');
        }

        return (fen > 0 ? words.Append(Digits[fen]).Append('分') : words.Append('整')).ToString();
    }

    private static string Whole(decimal whole) => whole switch
    {
        >= 100_000_000 => Parted(whole, 100_000_000, '亿'),
        >= 10_000 => Parted(whole, 10_000, '万'),
        _ => Group((int)whole),
    };

    private static string Parted(decimal whole, decimal unit, char name)
    {
        var rest = whole % unit;
        return Whole(decimal.Truncate(whole / unit)) + name
            + (rest == 0 ? "" : (rest < unit / 10 ? "零" : "") + Whole(rest));
    }

    private static string Group(int group)
    {
        var words = new StringBuilder();
        var isGap = false;
        foreach (var (place, digit) in Enumerable.Range(0, 4).Reverse()
            .Select(place => (place, group / (int)Math.Pow(10, place) % 10)))
        {
            if (digit == 0)
            {
                isGap = words.Length > 0;
                continue;
            }

            words.Append(isGap ? "零" : "").Append(Digits[digit]).Append(Places[place]);
            isGap = false;
        }

        return words.ToString();
    }
}
