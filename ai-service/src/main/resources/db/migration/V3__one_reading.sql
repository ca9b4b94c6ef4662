-- How the session is rated: since when, and the patient's words it rests on.
alter table ai_session
  add column urgency_at timestamptz,
  add column evidence jsonb not null default '[]',
  -- whether all that the patient stated was understood; true before the first message
  add column understood boolean not null default true,
  -- BCP 47 tag of the patient's words; null before the first message
  add column language text;

-- Since when the sessions of before are as urgent as they are, nobody kept: their beginning.
update ai_session set urgency_at = started_at where urgency is not null;

alter table ai_message
  -- what the answer asked for, null where that has to be read from its text
  add column asked jsonb,
  -- how the message was read in its turn, and by which rules
  add column reading jsonb,
  add column read_by text;
