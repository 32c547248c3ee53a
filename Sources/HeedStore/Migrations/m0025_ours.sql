-- Places that the organisation runs, and since when: whoever begins a thread there from then on speaks to it.
ALTER TABLE sources ADD COLUMN ours_since BIGINT;
-- Which other mentions found the same post.
CREATE INDEX mentions_by_found ON mentions (found);
