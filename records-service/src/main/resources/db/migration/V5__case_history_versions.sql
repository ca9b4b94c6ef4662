-- Every version of a case history: what cites an old one, or tells all there was of a patient, finds it here. Written by the
-- database, so that no statement can forget it, an older program's neither. The text that is made of a version comes later.
create table case_history_version (
  case_history_id uuid not null references case_history,
  version bigint not null,
  summary text,
  ai_summary text,
  documents text,
  written_at timestamptz not null,
  primary key (case_history_id, version)
);

create function keep_case_history_version() returns trigger language plpgsql as $$
begin
  insert into case_history_version (case_history_id, version, summary, ai_summary, documents, written_at)
  values (new.id, new.version, new.summary, new.ai_summary, new.documents, coalesce(new.updated_at, new.created_at))
  on conflict (case_history_id, version) do update set ai_summary = excluded.ai_summary;
  return null;
end
$$;
create trigger keep_version after insert or update on case_history
  for each row execute function keep_case_history_version();

insert into case_history_version (case_history_id, version, summary, ai_summary, documents, written_at)
select id, version, summary, ai_summary, documents, coalesce(updated_at, created_at) from case_history
on conflict do nothing;
