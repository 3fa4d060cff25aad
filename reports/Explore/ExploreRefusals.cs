namespace Analytics.Reports.Explore;

/// <summary>The lines a query that cannot be run is answered with.</summary>
internal static class ExploreRefusals
{
    public static ReportRefusal NoMeasure() => Line(
        "measures", "没有给指标；至少给一个，如 sales_amount", "no measure is given; give one at least, such as sales_amount");

    public static ReportRefusal TooMany(string what, int count, int most) => Line(
        what,
        FormattableString.Invariant($"{what} 有 {count} 个，最多 {most} 个"),
        FormattableString.Invariant($"{count} {what}, at most {most}"));

    public static ReportRefusal Twice(string what, string name) => Line(
        what, $"{what}：“{name}”给了两次；去掉一次", $"{what}: '{name}' is given twice; drop one");

    public static ReportRefusal NotOfRelation(
        string what, string name, string relation, IEnumerable<string> known) => Line(
        what,
        $"{what}：{relation} 不能按“{name}”区分；可用：{string.Join("、", known)}",
        $"{what}: {relation} cannot be told apart by '{name}'; it can by {string.Join(", ", known)}");

    public static ReportRefusal PartsTickets(string measure, string name) => Line(
        "measures",
        $"{measure} 按整张小票计，“{name}”会把小票拆开；请去掉其一，或用 line_ticket_count",
        $"{measure} counts whole tickets, '{name}' parts their lines; drop one of them, or use line_ticket_count");

    public static ReportRefusal NotYesOrNo(string column) => Line(
        "where", $"{column} 是“是/否”；应写 {column}=true 或 {column}=false",
        $"{column} is yes or no; write {column}=true or {column}=false");

    public static ReportRefusal NotText(string column) => Line(
        "where", $"{column} 不能用来筛选；请用维度或“是/否”属性", $"{column} cannot filter; use a dimension or a yes/no attribute");

    public static ReportRefusal NoColumn(string what, string name, IEnumerable<string> known) => Line(
        what,
        $"{what}：结果没有列“{name}”；可用：{string.Join("、", known)}",
        $"{what}: the answer has no column '{name}'; it has {string.Join(", ", known)}");

    public static ReportRefusal NotPositive(string what) => Line(what, $"{what} 应大于 0", $"{what} must be above 0");

    public static ReportRefusal AcrossAlone() => Line(
        "across", "交叉表至少要一个行维度；请给 by", "a cross table needs a dimension for its rows; give by");

    public static ReportRefusal TimeCompared(string name) => Line(
        "by", $"对比时“{name}”请用 grain={name}", $"compared, '{name}' is a grain; give grain={name}");

    public static ReportRefusal TooWide(int members, int most) => Line(
        "across",
        FormattableString.Invariant($"横向有 {members} 个成员，最多 {most} 个；请加筛选或换一个维度"),
        FormattableString.Invariant($"{members} members across, at most {most}; filter, or take another dimension"));

    private static ReportRefusal Line(string where, string zh, string en) => new(where, new(zh, en));
}
