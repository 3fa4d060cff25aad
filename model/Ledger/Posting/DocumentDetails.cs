using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What hangs on a document beside its lines: employees by role, attachments, custom fields.</summary>
internal static class DocumentDetails
{
    public const decimal ShareScale = 1_000_000;
    private const int Most = 1_000;
    private const int HashLength = 64;

    /// <summary>The rows, those of each table by line_no; or why there are none. The lines have been checked before.
    /// </summary>
    public static (List<object> Rows, Refusal? Refusal) Resolve(Document document, State state)
    {
        var rows = new List<object>();
        var refusal = TooMany(document)
            ?? Employees(document, state, rows)
            ?? CustomFields.Check(state.CustomFieldsOf(FieldOwner.Document), document.Fields, 0)
            ?? Attachments(document, state.Seq + 1, rows);
        Fields(document, state.Seq + 1, rows);
        return (rows, refusal);
    }

    private static Refusal? TooMany(Document document)
    {
        var count = Math.Max(document.Employees.Count, document.Attachments.Count);
        return count > Most
            ? new Refusal(RefusalReason.TooManyLines, 0, count.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static Refusal? Employees(Document document, State state, List<object> rows)
    {
        foreach (var part in document.Employees)
        {
            if (Texts.FirstInvalid(part.Role, part.EmployeeCode) is { } text)
            {
                return new Refusal(RefusalReason.TextInvalid, 0, text);
            }

            if (part.Role.Length == 0)
            {
                return new Refusal(RefusalReason.CodeMissing, 0, "role");
            }

            if (state.Employee(part.EmployeeCode) is not { } employee)
            {
                return new Refusal(RefusalReason.UnknownEmployee, 0, part.EmployeeCode);
            }

            if (DocumentHead.Inactive(employee) is { } inactive)
            {
                return inactive;
            }

            if (part.Share is <= 0 or > 1 || decimal.Truncate(part.Share * ShareScale) != part.Share * ShareScale)
            {
                return Unbalanced(part.Role, part.Share);
            }

            rows.Add(new DocumentEmployeeRow
            {
                Seq = state.Seq + 1,
                LineNo = rows.Count + 1,
                Role = part.Role,
                EmployeeVersionId = employee.VersionId,
                EmployeeId = employee.EmployeeId,
                Share = (long)(part.Share * ShareScale),
            });
        }

        return document.Employees
            .GroupBy(part => part.Role, StringComparer.Ordinal)
            .Select(role => (Role: role.Key, Sum: role.Sum(part => part.Share)))
            .Where(role => role.Sum != 1)
            .Select(role => Unbalanced(role.Role, role.Sum))
            .FirstOrDefault();
    }

    private static Refusal Unbalanced(string role, decimal share) => new(
        RefusalReason.SharesUnbalanced, 0, string.Create(CultureInfo.InvariantCulture, $"{role} {share}"));

    private static Refusal? Attachments(Document document, long seq, List<object> rows)
    {
        var lineNo = 0;
        foreach (var attachment in document.Attachments)
        {
            if (Texts.FirstInvalid(attachment.Sha256, attachment.FileName, attachment.MediaType) is { } text)
            {
                return new Refusal(RefusalReason.TextInvalid, 0, text);
            }

            if (attachment.Sha256.Length != HashLength || !attachment.Sha256.All(char.IsAsciiHexDigitLower))
            {
                return new Refusal(RefusalReason.HashInvalid, 0, attachment.Sha256);
            }

            if (attachment.FileName.Length == 0)
            {
                return new Refusal(RefusalReason.CodeMissing, 0, "file_name");
            }

            if (attachment.ByteCount < 0)
            {
                return new Refusal(
                    RefusalReason.AmountNegative, 0, attachment.ByteCount.ToString(CultureInfo.InvariantCulture));
            }

            lineNo++;
            rows.Add(new DocumentAttachmentRow
            {
                Seq = seq,
                LineNo = lineNo,
                Sha256 = attachment.Sha256,
                FileName = attachment.FileName,
                MediaType = attachment.MediaType,
                ByteCount = attachment.ByteCount,
            });
        }

        return null;
    }

    private static void Fields(Document document, long seq, List<object> rows)
    {
        var lineNo = 0;
        Add(0, document.Fields);
        for (var at = 0; at < document.Lines.Count; at++)
        {
            Add(at + 1, document.Lines[at].Fields);
        }

        void Add(int documentLineNo, IReadOnlyList<FieldValue> fields)
        {
            if (fields.Count == 0)
            {
                return;
            }

            rows.AddRange(CustomFields.InOrder(fields).Select(field => new DocumentFieldRow
            {
                Seq = seq,
                LineNo = ++lineNo,
                DocumentLineNo = documentLineNo,
                FieldName = field.Name,
                FieldValue = field.Value,
            }));
        }
    }
}
