-- Cards of the team. Our own words, as long as the desk stands; a removed one keeps its history.
CREATE TABLE house_rules (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  words TEXT NOT NULL,
  query TEXT NOT NULL,
  added_by BIGINT NOT NULL REFERENCES members (id),
  added_at BIGINT NOT NULL,
  changed_by BIGINT NOT NULL REFERENCES members (id),
  changed_at BIGINT NOT NULL,
  removed_at BIGINT
);

-- Replies of the last twelve months that "said before" knows, and their MinHash bands: numbers, no words.
CREATE TABLE said_replies (
  reply_id BIGINT PRIMARY KEY REFERENCES replies (id),
  delivered_at BIGINT NOT NULL
);
CREATE INDEX said_replies_by_time ON said_replies (delivered_at, reply_id);
CREATE TABLE said_bands (
  band BIGINT NOT NULL,
  reply_id BIGINT NOT NULL,
  PRIMARY KEY (band, reply_id)
-- only sqlite
) WITHOUT ROWID;
-- only postgres
);
-- both
CREATE INDEX said_bands_by_reply ON said_bands (reply_id);
