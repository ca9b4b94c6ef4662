create table thing (key text primary key, version bigint not null, word text not null);
create table thing_effect (id bigint generated always as identity, key text not null, version bigint not null);
create table thing_handled (id bigint generated always as identity, key text not null, version bigint not null);
