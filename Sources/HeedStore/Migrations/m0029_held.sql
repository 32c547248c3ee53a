-- Why nothing may go for a while of somebody who has no page, since they never spoke to us. The reason is a lead's word,
-- shown to them when they ask; goes with the handle, with an erasure, and once it is over.
CREATE TABLE handle_holds (
  id BIGINT PRIMARY KEY,
  handle_id BIGINT NOT NULL,
  reason TEXT NOT NULL,
  by_member BIGINT NOT NULL REFERENCES members (id),
  begins_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  lifted_at BIGINT,
  lifted_by BIGINT
);
CREATE INDEX handle_holds_by_handle ON handle_holds (handle_id, id);

-- What a post said before its author changed it or took it away while a legal hold stood. In no list and no search; gone
-- when the hold is over, and with an erasure.
CREATE TABLE held_words (
  id BIGINT PRIMARY KEY,
  post_id BIGINT NOT NULL,
  kept_at BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  title TEXT,
  warning TEXT,
  body TEXT NOT NULL,
  -- Alternative texts of what hung on it, one a line.
  alternatives TEXT NOT NULL
);
CREATE INDEX held_words_by_post ON held_words (post_id, id);

-- What people who spoke in conversations of ours were called before: shown nowhere, and there for one thing, to be taken
-- out of other texts when they are erased. Goes with the handle.
CREATE TABLE former_names (
  handle_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (handle_id, name)
);

-- When somebody last spoke to us in what others had begun: such people stand on the list of people as well.
ALTER TABLE people ADD COLUMN among_others_at BIGINT;
CREATE INDEX people_among_others ON people (among_others_at, id) WHERE among_others_at IS NOT NULL;
UPDATE people SET among_others_at = (
  SELECT MAX(p.id) / 2097152 FROM handles h JOIN posts p ON p.author_id = h.id
  WHERE h.own_person_id = people.id AND p.direction = 'toUs')
WHERE NOT EXISTS (
  SELECT 1 FROM handles h JOIN conversations c ON c.handle_id = h.id
  WHERE h.own_person_id = people.id);

-- Who is asked about is looked for by address, whether or not they spoke to us.
CREATE INDEX handles_called ON handles (LOWER(address));
