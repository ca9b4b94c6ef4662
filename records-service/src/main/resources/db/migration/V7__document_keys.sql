-- The key of a document's bytes, wrapped by the key of the configuration with this id. Null in documents that were stored
-- before, whose bytes are not encrypted, and in what was given up: nobody reads its bytes any more, wherever there are copies.
alter table document
  add column key_id text,
  add column wrapped_key text,
  add constraint document_key_whole check (num_nulls(key_id, wrapped_key) in (0, 2));
create index document_of_key on document (key_id) where key_id is not null;
