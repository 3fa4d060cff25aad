insert into migration (number, name, checksum) values (@number, @name, @checksum);
