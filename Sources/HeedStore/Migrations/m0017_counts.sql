-- What networks counted of our own posts at one time: numbers, nobody's words and nobody's name. Kept as long as the post
-- itself (law 5); null where the place does not tell.
CREATE TABLE post_counts (
  post_id BIGINT NOT NULL REFERENCES posts (id),
  counted_at BIGINT NOT NULL,
  network TEXT NOT NULL,
  occasion TEXT NOT NULL,
  views BIGINT,
  liked BIGINT,
  shared BIGINT,
  answered BIGINT,
  quoted BIGINT,
  followers BIGINT,
  sharer_followers BIGINT,
  PRIMARY KEY (post_id, counted_at)
);
CREATE INDEX post_counts_viewed ON post_counts (network, post_id, counted_at) WHERE views IS NOT NULL;

-- When a post of ours is counted next; null once it is over.
CREATE TABLE count_plans (
  post_id BIGINT PRIMARY KEY REFERENCES posts (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  due_at BIGINT,
  occasion TEXT NOT NULL,
  tries BIGINT NOT NULL
);
CREATE INDEX count_plans_due ON count_plans (due_at, post_id) WHERE due_at IS NOT NULL;

-- How attention goes on a network, where a lead gave other numbers than the published ones: low, likely and high, apart by
-- spaces, and why.
CREATE TABLE attention_rules (
  network TEXT PRIMARY KEY,
  share TEXT NOT NULL,
  half_life TEXT NOT NULL,
  overlap TEXT NOT NULL,
  replies TEXT NOT NULL,
  note TEXT NOT NULL,
  member_id BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
