-- For one import: many rows at once into the indexes. Gone with the transaction.
select set_config('gin_pending_list_limit', '64MB', true), set_config('work_mem', '64MB', true);
-- Texts of public rows are compressed when they are written: lz4 does it several times faster, where the server has it.
select set_config(name, 'lz4', true) from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals);
