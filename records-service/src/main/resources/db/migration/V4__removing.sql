-- removing: given up. Nobody finds it any more (it has no hash); its bytes go, then its row.
alter table document
  drop constraint document_status_check,
  drop constraint document_check,
  add constraint document_status
    check (status in ('pending', 'available', 'rejected', 'removing')),
  add constraint document_stored check (status in ('pending', 'removing') or sha256 is not null);
drop index document_pending;
create index document_unfinished on document (created_at) where status in ('pending', 'removing');
