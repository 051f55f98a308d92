-- A notice that is bound to a story without a number of its own takes the story's: a later version of the provider's
-- replaces it again. 0 where the story was remembered before this column was.
alter table known_article add column version bigint not null default 0;
