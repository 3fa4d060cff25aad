-- Run on every connection. synchronous = full: a commit that was answered survives a power cut.
pragma journal_mode = wal;
pragma synchronous = full;
-- 64 MB: hot pages are copied from the log into the book once in many commits, not in each tenth.
pragma wal_autocheckpoint = 16384;
pragma foreign_keys = off;
pragma busy_timeout = 30000;
pragma cache_size = -65536;
pragma temp_store = memory;
