-- A copy of the directory's relations. An ended one stays, with its version: deleting it would let a
-- late beginning bring it back.
create table relation (
  kind text not null,
  left_id uuid not null,
  right_id uuid not null,
  active boolean not null,
  version bigint not null,
  primary key (kind, left_id, right_id)
);
create index relation_by_right on relation (kind, right_id) where active;
