-- Which handles one human holds, confirmed on what they gave themselves. A person is the handles that standing joins
-- connect; handles.person_id holds the result. A row goes when either of its handles goes.
CREATE TABLE handle_joins (
  id BIGINT PRIMARY KEY,
  -- The smaller number first.
  handle_id BIGINT NOT NULL,
  other_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  -- Addresses of pages of theirs, or nothing; gone with the row.
  here TEXT NOT NULL,
  there TEXT NOT NULL,
  -- In which they said so. An id: its words go as those of any post do.
  post_id BIGINT,
  joined_by BIGINT,
  joined_at BIGINT NOT NULL,
  parted_by BIGINT,
  parted_at BIGINT
);
CREATE UNIQUE INDEX handle_joins_standing ON handle_joins (handle_id, other_id)
  WHERE parted_at IS NULL;
CREATE INDEX handle_joins_by_handle ON handle_joins (handle_id);
CREATE INDEX handle_joins_by_other ON handle_joins (other_id);

-- The person that a handle began as. Goes when its handle goes or that person is erased.
ALTER TABLE handles ADD COLUMN own_person_id BIGINT;
CREATE INDEX handles_by_own_person ON handles (own_person_id) WHERE own_person_id IS NOT NULL;

-- Until now two handles only shared a person where an account had moved: the oldest keeps it as its own, each other one
-- that spoke to us gets one with its own number.
INSERT INTO people (id, name, name_folded, first_words_at, do_not_contact)
SELECT h.id, h.name, LOWER(h.name), e.first_words_at, e.do_not_contact
FROM handles h JOIN people e ON e.id = h.person_id
WHERE EXISTS (SELECT 1 FROM handles f WHERE f.person_id = h.person_id AND f.id < h.id)
  AND EXISTS (SELECT 1 FROM posts p WHERE p.author_id = h.id AND p.direction = 'toUs');
INSERT INTO handle_joins (id, handle_id, other_id, kind, here, there, joined_at)
SELECT h.id, CASE WHEN h.id < t.id THEN h.id ELSE t.id END,
  CASE WHEN h.id < t.id THEN t.id ELSE h.id END, 'moved', '', '', t.id / 2097152
FROM handles h JOIN handles t ON t.id = h.moved_to
WHERE h.person_id = t.person_id AND h.id <> t.id AND NOT (t.moved_to = h.id AND t.id < h.id);
UPDATE handles SET own_person_id = CASE
  WHEN NOT EXISTS (SELECT 1 FROM handles f WHERE f.person_id = handles.person_id AND f.id < handles.id)
    THEN person_id
  ELSE (SELECT e.id FROM people e WHERE e.id = handles.id) END
WHERE person_id IS NOT NULL;

-- What suggestions are found by.
CREATE INDEX handles_by_page ON handles (page) WHERE page IS NOT NULL AND person_id IS NOT NULL;
CREATE INDEX handles_by_address ON handles (LOWER(address)) WHERE person_id IS NOT NULL;
CREATE INDEX handles_by_move ON handles (moved_to) WHERE moved_to IS NOT NULL;
CREATE INDEX evidence_by_there ON evidence (there);

-- With whom a member spoke.
CREATE INDEX replies_by_member ON replies (member_id, delivered_at, id)
  WHERE delivered_at IS NOT NULL;
