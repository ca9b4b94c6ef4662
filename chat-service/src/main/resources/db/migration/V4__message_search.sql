-- Words are found however they are accented or written: José by jose, Müller by MULLER, Łódź by lodz, composed or not. Only what is immutable stands here:
-- unaccent is not, and lower() by itself goes by the locale of the database.
create extension if not exists btree_gin;

create function message_words(body text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('pg_catalog.simple'::regconfig,
    regexp_replace(
      normalize(
        replace(replace(replace(
          translate(lower(body collate pg_catalog.pg_c_utf8), 'øłđħŧı', 'oldhti'),
          'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        NFKD),
      '[\u0300-\u036f]', '', 'g'));

-- Every word that is asked for, by its beginning.
create function message_query(asked text) returns tsquery
  language sql immutable strict parallel safe
  return (
    select cast(string_agg(
      '''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*', ' & ') as tsquery)
    from unnest(tsvector_to_array(message_words(asked))) word);

create index message_by_words on message using gin (chat_id, message_words(body));
