insert into copied_from values ($generation, $seq, $complete_to)
