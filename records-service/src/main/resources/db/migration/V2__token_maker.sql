-- Who had a download token made, and in whose record the document is because of which it could:
-- what is downloaded with it is the maker's deed. Null in tokens from before.
alter table download_token
  add column issued_by uuid,
  add column issued_by_role text,
  add column patient_id uuid;
