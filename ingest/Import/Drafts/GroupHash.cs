namespace Analytics.Ingest.Import.Drafts;

/// <summary>64 bits that stand for a group's key: FNV-1a with a final mix, the same in every run.</summary>
internal static class GroupHash
{
    public static ulong Of(string group)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var sign in group)
            {
                hash = (hash ^ sign) * 1099511628211UL;
            }

            hash ^= hash >> 33;
            hash *= 0xff51afd7ed558ccdUL;
            return hash ^ (hash >> 33);
        }
    }
}
