-- A home with accounts was there before facts were signed: what its broker holds of that time is
-- believed without a signature, and what services of the version before tell within an hour, so that
-- versions may run side by side for as long. A new home never believes it.
insert into writer_key (id, service, public_key, retired_at)
select 'unsigned', '*', '', now() + interval '1 hour' where exists (select 1 from account);
