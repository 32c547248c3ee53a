-- In a thread of many a draft is written to one of them, and still is when its page is opened again.
ALTER TABLE drafts ADD COLUMN answering_id BIGINT;
