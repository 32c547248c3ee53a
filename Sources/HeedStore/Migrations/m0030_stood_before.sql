-- How the place of a reply stood before its first attempt, where the network keeps no keys: ids and numbers of its place, no
-- words.
ALTER TABLE replies ADD COLUMN stood_before TEXT;
