-- How far an answer that is being made may be heard: one row for each that is, so that a client that
-- was cut off may go on on any instance. Not logged, since a crash of the database ends what it tells
-- of, and taken out with the answer's end.
create unlogged table answer_so_far (
  message_id uuid primary key references ai_message on delete cascade,
  -- grows when the answer begins again, and with it what was heard before is nothing
  attempt int not null,
  changed_from text,
  changed_to text,
  changed_why text,
  text text not null,
  at timestamptz not null
) with (fillfactor = 50);

alter table ai_message
  -- whether its answer was not wanted any more; without an answer and not cancelled, its process died
  add column cancelled boolean not null default false,
  -- as answer_so_far: a client that was cut off before the answer began again has heard another one
  add column attempt int not null default 1,
  add column changed_from text,
  add column changed_why text;

-- What was cancelled before: a turn that came to its end has been read.
update ai_message set cancelled = true where response is null and reading is not null;
