-- Run on every connection. synchronous = full: a commit that was answered survives a power cut.
pragma journal_mode = wal;
pragma synchronous = full;
pragma foreign_keys = off;
pragma busy_timeout = 30000;
pragma cache_size = -65536;
pragma temp_store = memory;
