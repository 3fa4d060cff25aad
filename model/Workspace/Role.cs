namespace Analytics.Workspace;

/// <summary>What an account may do. In the database each is its name in lower case.</summary>
public enum Role
{
    /// <summary>老板: everything.</summary>
    Owner,

    /// <summary>分析员: reports, the explorer, exports.</summary>
    Analyst,

    /// <summary>监管: batch traces only.</summary>
    Regulator,

    /// <summary>运维: jobs, imports, generations; no figures.</summary>
    Operator,
}
