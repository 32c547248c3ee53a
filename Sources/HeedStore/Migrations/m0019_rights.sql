-- Secrets of the desk itself, sealed with the key that is kept outside the database. No words of people.
CREATE TABLE desk_secrets (
  name TEXT PRIMARY KEY,
  sealed BYTEA NOT NULL
);

-- Who was erased, as digests keyed with such a secret: by them what was said before is not taken in a second time.
-- They stay, for without them a look at an old thread would bring everything back.
CREATE TABLE erased_handles (
  digest BYTEA PRIMARY KEY,
  erased_at BIGINT NOT NULL
);

-- That somebody was erased, by whom (nobody: by themselves) and when; and since when no file of the database holds
-- anything of it any more. No words, no names.
CREATE TABLE erasures (
  id BIGINT PRIMARY KEY,
  person_id BIGINT,
  member_id BIGINT,
  erased_at BIGINT NOT NULL,
  purged_at BIGINT
);
CREATE INDEX erasures_unpurged ON erasures (id) WHERE purged_at IS NULL;
CREATE INDEX erasures_by_person ON erasures (person_id) WHERE person_id IS NOT NULL;
ALTER TABLE people ADD COLUMN erased_at BIGINT;

-- Why a member may not speak for a while. The reason is a lead's signed word; it is part of the audit and stays.
CREATE TABLE restrictions (
  id BIGINT PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  reason TEXT NOT NULL,
  by_member BIGINT NOT NULL REFERENCES members (id),
  begins_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  lifted_at BIGINT,
  lifted_by BIGINT
);
CREATE INDEX restrictions_by_member ON restrictions (member_id, id);

-- Why nothing of somebody may go for a while. The reason is a lead's word, shown to the person; blanked with an erasure.
CREATE TABLE legal_holds (
  id BIGINT PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES people (id),
  reason TEXT NOT NULL,
  by_member BIGINT NOT NULL REFERENCES members (id),
  begins_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  lifted_at BIGINT,
  lifted_by BIGINT
);
CREATE INDEX legal_holds_by_person ON legal_holds (person_id, id);

-- How long words are kept where that differs from the rest, and what for. The team's own words, announced to everybody.
CREATE TABLE retention_rules (
  network TEXT NOT NULL,
  kind TEXT NOT NULL,
  days BIGINT NOT NULL,
  purpose TEXT NOT NULL,
  PRIMARY KEY (network, kind)
);

-- What somebody said on their own side of the desk: which of a few things, about what, when. No words.
CREATE TABLE their_words (
  id BIGINT PRIMARY KEY,
  handle_id BIGINT NOT NULL,
  conversation_id BIGINT,
  kind TEXT NOT NULL,
  said_at BIGINT NOT NULL,
  rests_until BIGINT,
  ended_at BIGINT
);
CREATE INDEX their_words_by_conversation ON their_words (conversation_id, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX their_words_by_handle ON their_words (handle_id, id);
CREATE INDEX their_words_asking ON their_words (id) WHERE kind = 'forgetMe' AND ended_at IS NULL;

-- Somebody is about to prove a handle: gone after half an hour. What they typed is sealed, the rest are digests.
CREATE TABLE proofs (
  id BIGINT PRIMARY KEY,
  token_hash BYTEA NOT NULL,
  code_digest BYTEA NOT NULL,
  claim_digest BYTEA NOT NULL,
  claim_sealed BYTEA NOT NULL,
  link_hash BYTEA,
  letter_due BIGINT,
  language TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  proven_at BIGINT,
  way TEXT,
  handles TEXT NOT NULL,
  identities TEXT NOT NULL
);
CREATE UNIQUE INDEX proofs_by_token ON proofs (token_hash);
CREATE INDEX proofs_by_code ON proofs (code_digest);
CREATE INDEX proofs_by_link ON proofs (link_hash) WHERE link_hash IS NOT NULL;
CREATE INDEX proofs_by_end ON proofs (ends_at);

-- A browser in which somebody proved their handles: gone after half an hour. Ids and digests alone.
CREATE TABLE visits (
  id BIGINT PRIMARY KEY,
  token_hash BYTEA NOT NULL,
  way TEXT NOT NULL,
  handles TEXT NOT NULL,
  identities TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX visits_by_token ON visits (token_hash);
CREATE INDEX visits_by_end ON visits (ends_at);

-- Whose page it is, for those who prove a page.
CREATE INDEX handles_of_page ON handles (page) WHERE page IS NOT NULL;

-- What a member said lately, which a reason is held against.
CREATE INDEX replies_written_by ON replies (member_id, id);
