-- What was done or refused and is not in the chain yet: plain inserts, in the transaction of the
-- deed. The sealer takes them out within seconds.
create table audit_pending (
  id uuid primary key,
  at timestamptz not null,
  actor uuid,
  actor_role text check (actor_role in ('admin', 'doctor', 'patient', 'hospital')),
  acting_as uuid,
  action text not null
    check (action in ('read', 'create', 'update', 'delete', 'login', 'logout', 'grant', 'revoke')),
  resource text not null,
  resource_id uuid,
  patient uuid,
  outcome text not null check (outcome in ('granted', 'refused')),
  reason text not null,
  request_id text,
  seal text not null, -- the entry's hash under a key that is not in the database
  forged boolean not null default false -- the sealer met a wrong seal and left the row where it was
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The chain. Link n is the hash of link n-1, entry n and its seal.
create table audit_entry (
  position bigint primary key,
  id uuid not null,
  at timestamptz not null,
  actor uuid,
  actor_role text check (actor_role in ('admin', 'doctor', 'patient', 'hospital')),
  acting_as uuid,
  action text not null
    check (action in ('read', 'create', 'update', 'delete', 'login', 'logout', 'grant', 'revoke')),
  resource text not null,
  resource_id uuid,
  patient uuid,
  outcome text not null check (outcome in ('granted', 'refused')),
  reason text not null,
  request_id text,
  seal text not null,
  link text not null
);

-- The end of every piece that was sealed, signed: who rewrites the chain cannot rewrite these.
create table audit_checkpoint (
  position bigint primary key,
  link text not null,
  at timestamptz not null,
  signature text not null
);

-- How far another service's chain had come when it last told us: it cannot take that back.
create table audit_witness (
  service text primary key,
  position bigint not null,
  link text not null
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on audit_entry
  for each statement execute function audit_is_append_only();
create trigger append_only before update or delete or truncate on audit_checkpoint
  for each statement execute function audit_is_append_only();
