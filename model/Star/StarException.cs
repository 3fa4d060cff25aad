namespace Analytics.Star;

/// <summary>A generation or its folder cannot be used as asked: missing, corrupt, of a newer schema, or being written
/// by someone else. The message is one line for the operator: what, where, what to do.</summary>
public sealed class StarException : Exception
{
    public StarException(string message) : base(message)
    {
    }

    public StarException(string message, Exception inner) : base(message, inner)
    {
    }

    public StarException()
    {
    }
}
