-- What a doctor was suggested to think of, for what had been said by then.
create table problem_suggestion (
  session_id uuid primary key references ai_session on delete cascade,
  messages int not null,
  problems jsonb not null
);
