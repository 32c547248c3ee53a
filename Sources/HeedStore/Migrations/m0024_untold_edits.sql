-- Posts whose wording was changed at a time that nobody told, and how often that was followed: their edited_at says only
-- when it was heard. No words, no names.
CREATE TABLE untold_edits (
  post_id BIGINT PRIMARY KEY,
  times BIGINT NOT NULL
);
