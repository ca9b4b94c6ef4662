-- Relations are told in one form, on directory.mappings.v2 (decision 30). Everything that is known here
-- is told anew, ended relations included, so that whoever reads v2 from its beginning has it all. What
-- still waits in the outbox for v1 goes there: the rows from which it was told are told again here.

-- Whoever changes a relation from here on is told on by the trigger below: nobody may append between.
lock table outbox in share row exclusive mode;

create function tell_relation(topic text, key text, type text, body jsonb) returns void
language sql as $$
  insert into outbox (event_id, topic, cleanup, key, type, headers, body)
  select id, tell_relation.topic, 'compact', tell_relation.key, tell_relation.type,
    json_build_object(
      'ce_specversion', '1.0',
      'ce_id', id,
      'ce_type', tell_relation.type,
      'ce_source', '/poca/directory-service',
      'ce_time', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'ce_subject', tell_relation.key,
      'content-type', 'application/json')::text,
    convert_to(tell_relation.body::text, 'UTF8')
  from gen_random_uuid() as id
$$;

create function relation_changed(kind text, left_id uuid, right_id uuid, active boolean,
  version bigint, admin uuid) returns jsonb
language sql immutable as $$
  select jsonb_build_object(
    'relation', jsonb_build_object('kind', kind, 'left', left_id, 'right', right_id,
      'active', active, 'version', version),
    'by', admin)
$$;

do $$ begin
  perform tell_relation('directory.mappings.v2', kind || ':' || left_id || ':' || right_id,
    'RelationChanged', relation_changed(kind, left_id, right_id, active, version, admin))
  from (
    select kind, id, id, active, version from profile where kind is not null
    union all select 'treats', doctor_id, patient_id, active, version from doctor_patient
    union all select 'employs', hospital_id, doctor_id, active, version from hospital_doctor
    union all select 'admits', hospital_id, patient_id, active, version from hospital_patient
    union all select 'related', user_id, patient_id, active, version from user_patient
    union all select 'owns-patient', user_id, patient_id, active, version from patient_owner
    union all select 'owns-hospital', user_id, hospital_id, active, version from hospital_owner
  ) as relation (kind, left_id, right_id, active, version)
  -- only the audit still knows which admin deleted a profile
  left join (
    select distinct on (resource, resource_id) resource, resource_id, actor
    from (
      select resource, resource_id, actor, action, outcome, actor_role, at from audit_entry
      union all
      select resource, resource_id, actor, action, outcome, actor_role, at from audit_pending
      where not forged
    ) as entry
    where action = 'delete' and outcome = 'granted' and actor_role = 'admin'
    order by resource, resource_id, at
  ) as deletion (resource, resource_id, admin)
    on deletion.resource = kind and deletion.resource_id = left_id and not active;
end $$;

-- While versions run that know only the one or only the other form, what is told on one topic is told
-- on the other, too. Goes away, with v1, once no such version runs.
create function tell_relation_in_the_other_form() returns trigger language plpgsql as $$
declare
  body jsonb := convert_from(new.body, 'UTF8')::jsonb;
  form record;
begin
  select * into strict form from (values
    ('treats', 'DoctorPatientMapped', 'DoctorPatientUnmapped', 'doctor', 'patient'),
    ('employs', 'HospitalDoctorMapped', 'HospitalDoctorUnmapped', 'hospital', 'doctor'),
    ('admits', 'HospitalPatientMapped', 'HospitalPatientUnmapped', 'hospital', 'patient'),
    ('related', 'PatientRelated', 'PatientUnrelated', 'user', 'patient'),
    ('owns-patient', 'PatientOwned', 'PatientDisowned', 'owner', 'patient'),
    ('owns-hospital', 'HospitalOwned', 'HospitalDisowned', 'owner', 'hospital'),
    ('doctor', 'DoctorRegistered', 'DoctorRemoved', 'doctor', 'doctor'),
    ('patient', 'PatientRegistered', 'PatientRemoved', 'patient', 'patient'),
    ('hospital', 'HospitalRegistered', 'HospitalRemoved', 'hospital', 'hospital')
  ) as forms (kind, began, ended, left_name, right_name)
  where forms.kind = split_part(new.key, ':', 1);

  if new.topic = 'directory.mappings.v1' then
    perform tell_relation('directory.mappings.v2', new.key, 'RelationChanged',
      relation_changed(form.kind, (body ->> form.left_name)::uuid, (body ->> form.right_name)::uuid,
        new.type = form.began, (body ->> 'version')::bigint, (body ->> 'by')::uuid));
  else
    perform tell_relation('directory.mappings.v1', new.key,
      case when (body -> 'relation' -> 'active')::boolean then form.began else form.ended end,
      jsonb_build_object(
        form.left_name, body -> 'relation' -> 'left',
        form.right_name, body -> 'relation' -> 'right',
        'version', body -> 'relation' -> 'version',
        'by', body -> 'by'));
  end if;
  return null;
end $$;

create trigger relation_in_the_other_form after insert on outbox for each row
  when (new.topic in ('directory.mappings.v1', 'directory.mappings.v2') and pg_trigger_depth() = 0)
  execute function tell_relation_in_the_other_form();
