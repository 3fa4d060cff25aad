using Analytics.Star;

namespace Analytics.Reports.Arguments;

/// <summary>The lines a bad request is answered with: what, where, what to do.</summary>
internal static class Refusals
{
    public static ReportRefusal NoReport(string id, IEnumerable<string> known) => Line(
        "report",
        $"没有报表“{id}”；现有：{string.Join("、", known)}",
        $"there is no report '{id}'; there are {string.Join(", ", known)}");

    /// <param name="fault">As <c>path:line: message</c>.</param>
    public static ReportRefusal BadDefinition(string fault) => Line(
        "definition", $"报表定义有错：{fault}", $"the report's definition is wrong: {fault}");

    public static ReportRefusal NoParameter(string name, string report, IEnumerable<string> known) => Line(
        name,
        $"报表 {report} 没有参数“{name}”；可用：{string.Join("、", known)}",
        $"report {report} has no parameter '{name}'; it takes {string.Join(", ", known)}");

    public static ReportRefusal Missing(string name, string form) => Line(
        name, $"缺少参数 {name}；应为 {form}", $"parameter {name} is missing; give {form}");

    public static ReportRefusal NotOf(string name, string value, string form) => Line(
        name, $"{name}：“{value}”不对；应为 {form}", $"{name}: '{value}' does not do; give {form}");

    public static ReportRefusal NotAmong(string name, string value, IEnumerable<string> choices) => Line(
        name,
        $"{name}：没有“{value}”；可选：{string.Join("、", choices)}",
        $"{name}: there is no '{value}'; choose from {string.Join(", ", choices)}");

    public static ReportRefusal HalfRange(string missing) => Line(
        missing, $"起止日期要一起给；缺少 {missing}", $"from_date and to_date go together; {missing} is missing");

    public static ReportRefusal PeriodAndRange() => Line(
        "period",
        "period 与 from_date、to_date 只能给一种；去掉其中之一",
        "give either period or from_date and to_date, not both");

    public static ReportRefusal Backwards(DateOnly from, DateOnly to) => Line(
        "to_date",
        $"截止日期 {to:yyyy-MM-dd} 早于起始日期 {from:yyyy-MM-dd}；请对调",
        $"to_date {to:yyyy-MM-dd} lies before from_date {from:yyyy-MM-dd}; swap them");

    public static ReportRefusal TooManyBuckets(string grain, int buckets, int most) => Line(
        "grain",
        $"按 {grain} 有 {buckets} 段，最多 {most} 段；请缩短期间或用更粗的粒度",
        $"{buckets} buckets by {grain}, at most {most}; take a shorter range or a coarser grain");

    public static ReportRefusal OneWindow() => Line(
        "compare",
        "compare：这张报表恰好和一个期间对比；请给一个",
        "compare: this report compares with exactly one window; give one");

    public static ReportRefusal Overlap(Label window) => Line(
        "compare",
        $"compare：{window.Zh}与本期有重叠的日子，这张报表分不开；请换一个",
        $"compare: {window.En} shares days with the current range, which this report cannot part; take another");

    public static ReportRefusal NoWindow(string asked) => Line(
        "store_scope",
        $"store_scope：“{asked}”要和一个期间比才有；请给 compare，或用 all",
        $"store_scope: '{asked}' takes a comparison; give compare, or all");

    public static ReportRefusal TooManyRows(int most) => Line(
        "answer",
        $"结果超过 {most} 行；请缩小范围或用更粗的粒度、维度",
        $"the answer passes {most} rows; take a smaller range, a coarser grain or dimension");

    /// <summary>Windows are put beside each other, and so have to be held whatever is made of them.</summary>
    public static ReportRefusal TooManyCompared(int most) => Line(
        "answer",
        $"结果超过 {most} 行；请缩小范围，用更粗的粒度、维度，或换一张不作对比的报表",
        $"the answer passes {most} rows; take a smaller range, a coarser grain or dimension, "
            + $"or a report that compares nothing");

    /// <summary>Some forms of file take the rows as they come.</summary>
    public static ReportRefusal TooManyToHold(int most) => Line(
        "answer",
        $"结果超过 {most} 行；请缩小范围，用更粗的粒度、维度，或导出为 csv、json、xlsx、parquet、arrow 文件",
        $"the answer passes {most} rows; take a smaller range, a coarser grain or dimension, "
            + $"or a file: csv, json, xlsx, parquet or arrow");

    public static ReportRefusal TooLong(TimeSpan limit) => Line(
        "answer",
        $"计算超过 {limit.TotalSeconds:0.#} 秒，已中止；请缩小范围或用更粗的粒度、维度",
        $"the answer took longer than {limit.TotalSeconds:0.#} s and was ended; "
            + $"take a smaller range, a coarser grain or dimension");

    public static ReportRefusal NoTable(string relation) => Line(
        "scope",
        $"在您的权限范围内没有可用的“{relation}”数据；请联系管理员",
        $"no table of '{relation}' can be cut to what you may see; ask your administrator");

    public static ReportRefusal NoRelation(string relation, IEnumerable<string> known) => Line(
        "definition",
        $"报表读取的“{relation}”不存在；可用：{string.Join("、", known)}",
        $"the report reads '{relation}', which does not exist; there are {string.Join(", ", known)}");

    public static ReportRefusal BadText(string report, string fault) => Line(
        "definition", $"报表 {report} 的 SQL 有误：{fault}", $"the SQL of report {report} is at fault: {fault}");

    public static ReportRefusal NoGeneration(string message) => Line(
        "generation", $"无法读取数据：{message}", message);

    private static ReportRefusal Line(string where, FormattableString zh, FormattableString en) =>
        new(where, new(FormattableString.Invariant(zh), FormattableString.Invariant(en)));

    private static ReportRefusal Line(string where, string zh, string en) => new(where, new(zh, en));
}
