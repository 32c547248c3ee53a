-- What hangs on a placeholder is looked up when its post arrives: without these, each arrival read every post.
CREATE INDEX IF NOT EXISTS posts_by_quoted ON posts (quoted_id) WHERE quoted_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS came_back_by_post ON came_back (post_id);

-- How many wait is said on every page: counted in the index alone.
CREATE INDEX IF NOT EXISTS conversations_counted ON conversations (state, is_private, account_id);
