-- What is still to be told of an active appointment before it begins. A row goes in the transaction that tells it.
create table reminder (
    appointment_id uuid        not null references appointment on delete cascade,
    hours_before   integer     not null,
    due_at         timestamptz not null,
    primary key (appointment_id, hours_before)
);
create index reminder_due on reminder (due_at);

insert into reminder (appointment_id, hours_before, due_at)
select id, hours, starts_at - make_interval(hours => hours)
from appointment cross join unnest(array[24, 1]) hours
where status in ('scheduled', 'rescheduled') and starts_at - make_interval(hours => hours) > now();
