insert into state_reversed (seq) values (@seq);
