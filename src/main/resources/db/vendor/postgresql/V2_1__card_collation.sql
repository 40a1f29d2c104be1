-- Serials are compared byte by byte, so that ranges over them use the index whatever the database's language.
alter table card alter column serial type varchar(32) collate "C";
alter table card alter column serial_folded type varchar(32) collate "C";
alter table replacement_stock alter column serial type varchar(32) collate "C";
