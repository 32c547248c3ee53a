-- Which correction of the same post one took the place of: undone, it gives the place back. Ids only.
ALTER TABLE reading_corrections ADD COLUMN instead_of BIGINT;

-- Until when a member is here is a moment. here_until was a minute of no day, and is read no more.
ALTER TABLE members ADD COLUMN here_until_at BIGINT;
