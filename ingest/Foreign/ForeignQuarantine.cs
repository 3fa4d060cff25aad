using System.Globalization;
using System.Text;
using Analytics.Ingest.Import;
using Analytics.Ingest.Import.Posting;
using Analytics.Star;

namespace Analytics.Ingest.Foreign;

/// <summary>Lists the rows that were not taken, with the reason. The list is that of the latest snapshot: a row that
/// was mended in its source is read again by the next.</summary>
internal static class ForeignQuarantine
{
    /// <summary>Beyond these, rows are counted and not listed.</summary>
    private const int MostListed = 100_000;

    private static readonly SqlFiles Files = new(typeof(ForeignQuarantine).Assembly);

    private sealed record Refused(
        string Table, long RowNo, string DocumentId, string Column, string Cell, string Fault);

    /// <summary>Writes the list in place of an older one; without rows there is none.</summary>
    public static async Task WriteAsync(ForeignPlace place, StarSession session, CancellationToken ct)
    {
        var rows = await session.QueryAsync(
            Files.Read("Foreign/quarantined.sql"),
            row => new Refused(
                row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? "" : Number(row.GetInt64(2)), row.GetString(3),
                row.GetString(4), row.GetString(5)),
            MostListed, ct);
        if (rows.Count == 0)
        {
            if (File.Exists(place.QuarantineFile))
            {
                File.Delete(place.QuarantineFile);
            }

            return;
        }

        Directory.CreateDirectory(place.Quarantine);
        var part = place.QuarantineFile + ".tmp";
        await using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(true)) { NewLine = "\r\n" })
        {
            await writer.WriteLineAsync("file,row,document_id,column,value,reason_zh,reason_en");
            foreach (var row in rows)
            {
                var (zh, en) = Reason(row.Fault);
                string[] cells =
                    [$"{row.Table}.sql", Number(row.RowNo), row.DocumentId, row.Column, row.Cell, zh, en];
                var line = string.Join(',', cells.Select(cell => RejectFile.Quoted(cell, ",")));
                await writer.WriteLineAsync(line.AsMemory(), ct);
            }
        }

        File.Move(part, place.QuarantineFile, overwrite: true);
    }

    /// <summary>What is wrong, and what to do.</summary>
    private static Words Reason(string fault) => fault switch
    {
        "missing" => new("为空；请在来源中补齐", "is empty: fill it in in the source"),
        "not_a_number" => new("不是数；请在来源中改正", "is no number: mend it in the source"),
        "too_many_decimals" => new(
            "小数位太多；请在来源中改正，或在映射中说明如何取整",
            "has too many decimals: mend it in the source, or say in the mapping how to round"),
        "too_large" => new("数太大；请在来源中改正", "is too large a number: mend it in the source"),
        "not_a_date" => new("不是日期；请在来源中改正", "is no date: mend it in the source"),
        "not_a_flag" => new("不是真或假（1 或 0）；请改映射", "is neither true nor false, 1 nor 0: mend the mapping"),
        "not_positive" => new("应大于 0；请改映射", "must be greater than 0: mend the mapping"),
        "below_nothing" => new("不应小于 0；请在来源中改正", "must not be below 0: mend it in the source"),
        "ends_early" => new("早于开始日期；请在来源中改正", "is before the first day: mend it in the source"),
        "not_a_month" => new(
            "不是年月（如 202601）；请改映射", "is no year and month, such as 202601: mend the mapping"),
        "bounds_inverted" => new(
            "底线应不高于目标，挑战应不低于目标；请在来源中改正",
            "is a floor above the target or a stretch below it: mend it in the source"),
        "list_or_customer" => new(
            "价格应属于一个价格表或一个客户，二者之一；请改映射",
            "is the price of a list or of a customer, one of both: mend the mapping"),
        "unknown" => new("所指的不存在；请在来源中补上，或改正", "names what is not there: add it to the source, or mend it"),
        "twice" => new("出现了两次；请在来源中去掉一个，或改映射", "comes twice: take one out, or mend the mapping"),
        "not_in_chart" => new(
            "不是会计科目编码（1 至 6 开头的四位数字，可再加下级）；请改映射",
            "is no code of the standard chart (four digits, 1 to 6 first, or one below): mend the mapping"),
        "unbalanced" => new(
            "单据借贷相差此数；请在来源中改正，或改映射",
            "is by what debit and credit of the document differ: mend the source, or the mapping"),
        "of_another" => new(
            "所核销的两笔不是同一科目、同一往来单位；请在来源中改正，或改映射",
            "is of another account or party than what it is settled with: mend the source, or the mapping"),
        "beyond_item" => new(
            "核销超过原金额；请在来源中改正，或改映射", "takes off more than there is: mend the source, or the mapping"),
        "too_early" => new(
            "早于所核销的单据；请在来源中改正日期", "is before what it settles: mend the date in the source"),
        "no_invoice" => new("所属单据不是发票；请改映射", "is of a document that is no invoice: mend the mapping"),
        "other_side" => new(
            "所开票的单据不是这一方的（销售发票对销售，采购发票对采购）；请改映射",
            "is over a document of the other side: of sales to customers, of purchases from suppliers: mend the "
                + "mapping"),
        "over_nothing" => new(
            "没有说明对哪一行开票；请在 invoice_line.sql 中给出",
            "says not what it is over: give it in invoice_line.sql"),
        "over_refused" => new(
            "所开票的单据没有被采用；请先改正那张单据", "is over a document that is left out: mend that one first"),
        "settles_refused" => new(
            "所核销的单据没有被采用；请先改正那张单据", "settles a document that is left out: mend that one first"),
        "with_document" => new("随整张单据一并留下", "is left out with its document, of which another row is refused"),
        _ => throw new System.Diagnostics.UnreachableException(fault),
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
