-- When a document that nobody has scanned yet is tried again: it is pending until then, whole, and not the janitor's. Null for
-- all others. A rejected document is a row without bytes.
alter table document add column next_scan_at timestamptz;
create index document_to_scan on document (next_scan_at) where next_scan_at is not null;
