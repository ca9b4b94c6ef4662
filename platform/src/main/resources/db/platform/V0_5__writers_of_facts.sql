-- The key pairs with which this service signs its facts; the newest that is registered signs.
create table fact_key (
  id text primary key,
  public_key text not null,
  sealed bytea not null, -- the private half, encrypted under the service's secret
  made_at timestamptz not null,
  registered boolean not null default false
);

-- Public keys of all writers: in auth-service the register, elsewhere what was asked there. Nothing
-- is deleted: the broker keeps facts for good.
create table writer_key (
  id text primary key,
  service text not null,
  public_key text not null,
  retired_at timestamptz
);
create index writer_key_service on writer_key (service);

-- Records that no rightful writer signed, counted for each reader; what they say is kept nowhere.
create table foreign_fact (
  consumer text not null,
  topic text not null,
  times bigint not null,
  last_at timestamptz not null,
  primary key (consumer, topic)
);

-- What was parked before facts were signed is judged like what the broker held then.
update parked_fact set headers =
  (headers::jsonb || jsonb_build_object(
    'poca_appended', (extract(epoch from parked_at) * 1000)::bigint::text))::text;
