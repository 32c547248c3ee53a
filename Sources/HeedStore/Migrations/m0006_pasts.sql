-- Topics whose past is still looked for in what is stored, and how far that came: a page a transaction.
CREATE TABLE topic_pasts (
  topic_id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  next_key TEXT,
  found BIGINT NOT NULL
);
