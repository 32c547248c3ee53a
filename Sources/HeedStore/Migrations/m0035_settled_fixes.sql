-- That a fix is done is noted when it is. What only its post told before is noted now; the rest is found by its post.
UPDATE corrections SET done_at = (
  SELECT w.edited_at FROM posts w
  WHERE w.id = corrections.post_id AND w.edited_at >= (corrections.id >> 21))
WHERE way = 'edit' AND done_at IS NULL AND trouble IS NULL;
UPDATE corrections SET done_at = (
  SELECT w.removed_at FROM posts w WHERE w.id = corrections.post_id)
WHERE way = 'delete' AND done_at IS NULL AND trouble IS NULL;
CREATE INDEX corrections_unsettled ON corrections (post_id) WHERE done_at IS NULL AND trouble IS NULL;

-- only sqlite
-- Figures of a large desk (m0003) for the new index: hardly any.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('corrections', 'corrections_unsettled', '20 1');
ANALYZE sqlite_schema;
-- both
