-- A member asked a colleague to look at a draft before it goes: its words as they stood then, and what the colleague
-- proposes. The words go with the draft; the fact stays for a while.
CREATE TABLE second_looks (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  asked_id BIGINT NOT NULL REFERENCES members (id),
  question TEXT NOT NULL,
  draft_words TEXT NOT NULL,
  draft_warning TEXT NOT NULL,
  intent TEXT,
  language TEXT,
  answered_at BIGINT,
  proposed TEXT,
  word TEXT NOT NULL,
  taken_at BIGINT,
  replaced TEXT,
  ended_at BIGINT,
  ending TEXT
);
CREATE INDEX second_looks_by_conversation ON second_looks (conversation_id, member_id, id) WHERE ended_at IS NULL;
CREATE INDEX second_looks_by_asked ON second_looks (asked_id, id) WHERE ended_at IS NULL AND answered_at IS NULL;
CREATE INDEX second_looks_by_writer ON second_looks (member_id, id)
  WHERE ended_at IS NULL AND answered_at IS NOT NULL AND taken_at IS NULL;
CREATE INDEX second_looks_by_end ON second_looks (ended_at, id) WHERE ended_at IS NOT NULL;
