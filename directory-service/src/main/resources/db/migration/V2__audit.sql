-- Copies of what every service's audit has sealed, as it told them: what /audit and /access-log show,
-- and what the owner's chain is held against. Never changed.
create table audit_copy (
  service text not null,
  position bigint not null, -- in the service's chain
  id uuid not null,
  at timestamptz not null,
  actor uuid,
  actor_role text,
  acting_as uuid,
  action text not null,
  resource text not null,
  resource_id uuid,
  patient uuid,
  outcome text not null,
  reason text not null,
  request_id text,
  seal text not null, -- goes into the link
  primary key (service, position)
);

-- One for each filter, each in the order of the list.
create index audit_copy_in_order on audit_copy (at, id);
create index audit_copy_by_patient on audit_copy (patient, at, id) where patient is not null;
create index audit_copy_by_actor on audit_copy (actor, at, id) where actor is not null;
create index audit_copy_by_resource on audit_copy (resource, at, id);
create index audit_copy_refused on audit_copy (at, id) where outcome = 'refused'; -- few

create trigger append_only before update or delete or truncate on audit_copy
  for each statement execute function audit_is_append_only();
