insert into migration (number, name, checksum) values (9999, '9999_later', 'x');
