drop schema {schema} cascade;
