-- Which rotation of its session a token came from. Tokens of one generation are alternatives: the first
-- that is used makes the next generation, and all of its own count as used from then on.
alter table refresh_token add generation integer not null default 0;

update refresh_token set generation = 1 where used_at is null;

drop index refresh_token_of_session;
create index refresh_token_of_session on refresh_token (session_id, generation);
