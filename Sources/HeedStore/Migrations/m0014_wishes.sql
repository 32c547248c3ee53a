-- What people ask for and what keeps hurting them, gathered from what they said.
CREATE TABLE wishes (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  -- Title and reason are a member's words about the matter, not about somebody: ours, they stay.
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  gathered_by BIGINT NOT NULL,
  gathered_at BIGINT NOT NULL,
  changed_at BIGINT,
  -- The wish that it counts with, as standing joins say.
  root_id BIGINT NOT NULL
);
CREATE INDEX wishes_by_root ON wishes (root_id, id);

CREATE TABLE wish_changes (
  id BIGINT PRIMARY KEY,
  wish_id BIGINT NOT NULL REFERENCES wishes (id),
  status TEXT NOT NULL,
  -- A member's words; they stay.
  reason TEXT NOT NULL,
  member_id BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX wish_changes_by_wish ON wish_changes (wish_id, id);

-- Ids alone: their words stand in posts and go with them. A row goes when its handle's person is erased.
CREATE TABLE wish_voices (
  id BIGINT PRIMARY KEY,
  wish_id BIGINT NOT NULL REFERENCES wishes (id),
  post_id BIGINT NOT NULL,
  handle_id BIGINT NOT NULL,
  gathered_by BIGINT NOT NULL,
  gathered_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX wish_voices_once ON wish_voices (wish_id, post_id);
CREATE INDEX wish_voices_by_post ON wish_voices (post_id);
CREATE INDEX wish_voices_by_handle ON wish_voices (handle_id);

CREATE TABLE wish_joins (
  id BIGINT PRIMARY KEY,
  wish_id BIGINT NOT NULL REFERENCES wishes (id),
  into_id BIGINT NOT NULL REFERENCES wishes (id),
  joined_by BIGINT NOT NULL,
  joined_at BIGINT NOT NULL,
  parted_by BIGINT,
  parted_at BIGINT
);
CREATE UNIQUE INDEX wish_joins_standing ON wish_joins (wish_id) WHERE parted_at IS NULL;
CREATE INDEX wish_joins_by_target ON wish_joins (into_id);
