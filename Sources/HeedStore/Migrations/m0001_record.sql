-- The record. Instants are milliseconds since 1970 UTC; flags are 0 or 1; ids carry their time in the upper 42 bits.
-- One text for both databases; the few differences are marked (see Driver/Migrator.swift).

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE members (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL,
  role TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  language TEXT NOT NULL,
  here_until BIGINT,
  keys_on BIGINT NOT NULL,
  joined_at BIGINT NOT NULL,
  left_at BIGINT,
  password_hash TEXT NOT NULL,
  totp_sealed BYTEA,
  totp_last_step BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX members_by_email ON members (email_folded) WHERE left_at IS NULL;

CREATE TABLE sessions (
  id BIGINT PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  token_hash BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  awaits_second_factor BIGINT NOT NULL
);
CREATE UNIQUE INDEX sessions_by_token ON sessions (token_hash);
CREATE INDEX sessions_by_member ON sessions (member_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE invitations (
  id BIGINT PRIMARY KEY,
  token_hash BYTEA NOT NULL,
  role TEXT NOT NULL,
  invited_by BIGINT REFERENCES members (id),
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE UNIQUE INDEX invitations_by_token ON invitations (token_hash);

-- Ids and kinds only, never people's words, so that an erasure can be whole.
CREATE TABLE events (
  id BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  member_id BIGINT,
  conversation_id BIGINT,
  subject BIGINT,
  other_id BIGINT
);
CREATE INDEX events_by_conversation ON events (conversation_id, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX events_by_kind ON events (kind, id);
-- only postgres
-- Read by whoever holds the right to append, whatever their snapshot shows (Support/EventQueries.swift).
CREATE SEQUENCE event_order;
-- both

CREATE TABLE people (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  first_words_at BIGINT NOT NULL,
  do_not_contact BIGINT NOT NULL
);

CREATE TABLE handles (
  id BIGINT PRIMARY KEY,
  network TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  page TEXT,
  picture TEXT,
  is_bot BIGINT NOT NULL,
  opted_out BIGINT NOT NULL,
  person_id BIGINT REFERENCES people (id),
  is_ours BIGINT NOT NULL,
  moved_to BIGINT
);
CREATE UNIQUE INDEX handles_by_remote ON handles (network, remote_id);
CREATE INDEX handles_by_person ON handles (person_id) WHERE person_id IS NOT NULL;

-- Handles that may have lost what kept them (law 7): looked at and struck off by the desk's cleaning.
CREATE TABLE handles_in_question (
  handle_id BIGINT PRIMARY KEY
);

CREATE TABLE accounts (
  id BIGINT PRIMARY KEY,
  network TEXT NOT NULL,
  server TEXT NOT NULL,
  handle_id BIGINT NOT NULL REFERENCES handles (id),
  owner_id BIGINT REFERENCES members (id),
  custom TEXT NOT NULL,
  house_rules TEXT NOT NULL,
  credentials BYTEA NOT NULL,
  added_at BIGINT NOT NULL,
  removed_at BIGINT,
  trouble TEXT
);

-- Who answers private messages of an account: law 7.
CREATE TABLE account_answerers (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  PRIMARY KEY (account_id, member_id)
);

CREATE TABLE sources (
  id BIGINT PRIMARY KEY,
  network TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  name TEXT NOT NULL,
  account_id BIGINT REFERENCES accounts (id),
  is_broad BIGINT NOT NULL,
  next_cursor TEXT,
  added_by BIGINT,
  added_at BIGINT NOT NULL,
  paused_at BIGINT,
  removed_at BIGINT,
  asked_at BIGINT,
  heard_at BIGINT,
  next_at BIGINT NOT NULL,
  trouble TEXT,
  trouble_since BIGINT,
  failures BIGINT NOT NULL,
  purpose TEXT NOT NULL
);

CREATE TABLE conversations (
  id BIGINT PRIMARY KEY,
  network TEXT NOT NULL,
  account_id BIGINT REFERENCES accounts (id),
  handle_id BIGINT,
  is_private BIGINT NOT NULL,
  state TEXT NOT NULL,
  waiting_since BIGINT,
  waiting_post_id BIGINT,
  reasons TEXT NOT NULL,
  line_rank BIGINT,
  snoozed_until BIGINT,
  last_post_at BIGINT NOT NULL,
  joined_to BIGINT,
  taken_up_by BIGINT,
  taken_up_at BIGINT
);
CREATE INDEX conversations_in_line ON conversations (line_rank, id) WHERE state = 'waiting';
CREATE INDEX conversations_by_state ON conversations (state, last_post_at, id);
CREATE INDEX conversations_snoozed ON conversations (snoozed_until) WHERE state = 'snoozed';
CREATE INDEX conversations_by_handle ON conversations (handle_id, last_post_at, id);
CREATE INDEX conversations_by_time ON conversations (last_post_at, id) WHERE joined_to IS NULL;

-- Posts of one thread share a conversation number, whether or not the desk keeps a conversation of it.
CREATE TABLE posts (
  id BIGINT PRIMARY KEY,
  network TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  author_id BIGINT,
  conversation_id BIGINT NOT NULL,
  parent_id BIGINT,
  quoted_id BIGINT,
  direction TEXT NOT NULL,
  visibility TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  edited_at BIGINT,
  removed_at BIGINT,
  words_until BIGINT,
  rechecked_at BIGINT,
  title TEXT,
  warning TEXT,
  body TEXT NOT NULL,
  media TEXT NOT NULL,
  language TEXT,
  address TEXT,
  source_id BIGINT,
  read_language TEXT,
  read_tone TEXT,
  read_kinds TEXT NOT NULL,
  read_by TEXT NOT NULL,
  read_sureness DOUBLE PRECISION NOT NULL,
  -- 1 when it asks, complains, wishes or corrects: what is offered below the line when it is about us.
  asks BIGINT NOT NULL,
  spam BIGINT NOT NULL
);
CREATE UNIQUE INDEX posts_by_remote ON posts (network, remote_id);
CREATE INDEX posts_by_conversation ON posts (conversation_id, id);
CREATE INDEX posts_by_parent ON posts (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX posts_by_author ON posts (author_id, id);
CREATE INDEX posts_by_source ON posts (source_id, id);
CREATE INDEX posts_asking ON posts (id) WHERE direction = 'aboutUs' AND asks = 1 AND spam = 0;
CREATE INDEX posts_expiring ON posts (words_until) WHERE words_until IS NOT NULL AND removed_at IS NULL;

CREATE TABLE revisions (
  post_id BIGINT NOT NULL REFERENCES posts (id),
  replaced_at BIGINT NOT NULL,
  title TEXT,
  warning TEXT,
  body TEXT NOT NULL,
  member_id BIGINT,
  PRIMARY KEY (post_id, replaced_at)
);

-- What an account's server calls a post.
CREATE TABLE local_references (
  post_id BIGINT NOT NULL REFERENCES posts (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  reference TEXT NOT NULL,
  PRIMARY KEY (post_id, account_id)
);

CREATE TABLE reactions (
  post_id BIGINT NOT NULL REFERENCES posts (id),
  handle_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  reacted_at BIGINT NOT NULL,
  PRIMARY KEY (post_id, handle_id, kind)
);
CREATE INDEX reactions_by_handle ON reactions (handle_id);

CREATE TABLE topics (
  id BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  version BIGINT NOT NULL,
  added_by BIGINT,
  added_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  removed_at BIGINT
);

CREATE TABLE topic_matches (
  topic_id BIGINT NOT NULL REFERENCES topics (id),
  post_id BIGINT NOT NULL REFERENCES posts (id),
  version BIGINT NOT NULL,
  PRIMARY KEY (topic_id, post_id)
-- only sqlite
) WITHOUT ROWID;
-- only postgres
);
-- both
CREATE INDEX topic_matches_by_post ON topic_matches (post_id, topic_id);

-- The words of posts, folded by HeedTopics: the candidates of the stored search.
-- only sqlite
CREATE VIRTUAL TABLE post_terms USING fts5 (terms, detail = none, tokenize = "ascii tokenchars '_'");
-- only postgres
CREATE TABLE post_terms (
  post_id BIGINT PRIMARY KEY REFERENCES posts (id),
  terms TSVECTOR NOT NULL
);
CREATE INDEX post_terms_by_term ON post_terms USING gin (terms);
-- both

CREATE TABLE claims (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  claimed_at BIGINT NOT NULL,
  released_at BIGINT
);
CREATE UNIQUE INDEX claims_standing ON claims (conversation_id) WHERE released_at IS NULL;
CREATE INDEX claims_by_conversation ON claims (conversation_id);

CREATE TABLE hand_overs (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  from_member BIGINT NOT NULL REFERENCES members (id),
  to_member BIGINT NOT NULL REFERENCES members (id),
  word TEXT NOT NULL,
  handed_at BIGINT NOT NULL
);
CREATE INDEX hand_overs_by_conversation ON hand_overs (conversation_id);
CREATE INDEX hand_overs_by_receiver ON hand_overs (to_member, id);

CREATE TABLE snoozes (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  snoozed_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  woken_at BIGINT
);
CREATE INDEX snoozes_by_conversation ON snoozes (conversation_id);

CREATE TABLE closures (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  member_id BIGINT REFERENCES members (id),
  reason TEXT NOT NULL,
  post_id BIGINT,
  closed_at BIGINT NOT NULL,
  reopened_at BIGINT
);
CREATE INDEX closures_by_conversation ON closures (conversation_id);

CREATE TABLE team_notes (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  words TEXT NOT NULL,
  noted_at BIGINT NOT NULL
);
CREATE INDEX team_notes_by_conversation ON team_notes (conversation_id);

CREATE TABLE drafts (
  conversation_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  words TEXT NOT NULL,
  warning TEXT NOT NULL,
  intent TEXT,
  visibility TEXT,
  language TEXT,
  uploads TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, member_id)
);
CREATE INDEX drafts_by_age ON drafts (saved_at);

CREATE TABLE uploads (
  id BIGINT PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  type TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  alternative TEXT NOT NULL,
  uploaded_at BIGINT NOT NULL
);

-- A reply and its way through the outbox.
CREATE TABLE replies (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  in_reply_to BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  words TEXT NOT NULL,
  signed_words TEXT NOT NULL,
  warning TEXT,
  intent TEXT,
  language TEXT,
  visibility TEXT NOT NULL,
  uploads TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  status TEXT NOT NULL,
  delivery_key TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  first_tried_at BIGINT,
  delivered_at BIGINT,
  post_id BIGINT,
  trouble TEXT,
  leased_by TEXT,
  leased_until BIGINT
);
CREATE UNIQUE INDEX replies_by_key ON replies (delivery_key);
CREATE INDEX replies_by_conversation ON replies (conversation_id, id);
CREATE INDEX replies_by_status ON replies (status, due_at, id);
CREATE INDEX replies_troubled ON replies (id) WHERE status = 'failed' OR status = 'unknown';
CREATE INDEX replies_by_post ON replies (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX replies_with_uploads ON replies (member_id) WHERE uploads <> '';

-- The second listen: what came back to what a member said.
CREATE TABLE came_back (
  member_id BIGINT NOT NULL REFERENCES members (id),
  post_id BIGINT NOT NULL REFERENCES posts (id),
  conversation_id BIGINT NOT NULL,
  seen_at BIGINT,
  PRIMARY KEY (member_id, post_id)
);
CREATE INDEX came_back_unseen ON came_back (member_id, post_id) WHERE seen_at IS NULL;
CREATE INDEX came_back_by_conversation ON came_back (conversation_id);
