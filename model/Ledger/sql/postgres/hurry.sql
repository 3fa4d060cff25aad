-- For a connection that fills a book nobody would miss: no commit waits for the disk.
set synchronous_commit = off;
