namespace Analytics.Dashboard.Api.Problems;

/// <summary>A kind of problem that is none of the Ledger's refusals.</summary>
/// <param name="Name">As in its address, <c>/problems/{name}</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Key of its title in texts.csv.</param>
/// <param name="Line">Key of what to do about it.</param>
internal sealed record ProblemKind(string Name, int Status, string Title, string Line)
{
    public static readonly ProblemKind InvalidJson =
        new("invalid-json", 400, "problem_json_title", "problem_json_line");

    public static readonly ProblemKind InvalidRequest =
        new("invalid-request", 400, "problem_request_title", "problem_request_line");

    public static readonly ProblemKind TooMany =
        new("too-many-submissions", 400, "problem_many_title", "problem_many_line");

    public static readonly ProblemKind KeyTwice = new("key-contradicted", 400, "problem_key_title", "problem_key_line");

    public static readonly ProblemKind Unauthorized = new("unauthorized", 401, "error_401_title", "error_401_line");

    public static readonly ProblemKind MissingScope =
        new("missing-scope", 403, "error_403_title", "problem_scope_line");

    public static readonly ProblemKind NotFound = new("not-found", 404, "error_404_title", "problem_found_line");

    public static readonly ProblemKind NoBook = new("no-book", 404, "problem_book_title", "problem_book_line");

    public static readonly ProblemKind NoHead = new("no-head", 404, "problem_head_title", "problem_head_line");

    public static readonly ProblemKind TooLarge =
        new("body-too-large", 413, "problem_large_title", "problem_large_line");

    public static readonly ProblemKind NotJson = new("not-json", 415, "problem_media_title", "problem_media_line");

    public static readonly ProblemKind TooOften = new("too-many-requests", 429, "error_429_title", "error_429_line");

    public static readonly IReadOnlyList<ProblemKind> All =
    [
        InvalidJson, InvalidRequest, TooMany, KeyTwice, Unauthorized, MissingScope, NotFound, NoBook, NoHead,
        TooLarge, NotJson, TooOften,
    ];
}
