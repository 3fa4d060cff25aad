-- Once per file: readers and the writer do not wait for each other.
pragma journal_mode = wal;
