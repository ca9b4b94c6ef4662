-- Pictures that everybody may see. photo is a copy of what the directory tells: which document is a profile's photo (null for
-- none any more). photo_copy is the picture made anew from the document, small and without metadata; it is shown while a
-- profile has the document for its photo. document.is_public says nothing any more; an older program still reads it.
create table photo (
  profile_id uuid primary key,
  document_id uuid,
  version bigint not null
);
create index photo_of_document on photo (document_id) where document_id is not null;

create table photo_copy (
  document_id uuid primary key references document on delete cascade,
  content_type text not null check (content_type in ('image/jpeg', 'image/png')),
  content bytea not null,
  sha256 text not null,
  wanted_at timestamptz not null
);
