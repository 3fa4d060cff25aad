-- For a connection that fills a book nobody would miss: nothing is synced, much is kept in memory.
pragma synchronous = off;
pragma cache_size = -524288;
pragma wal_autocheckpoint = 65536;
