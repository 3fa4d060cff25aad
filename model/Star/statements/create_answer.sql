-- The rows of an answer on their way into a file; its columns take the place of the one here.
create table answer (column_of_answer integer);
