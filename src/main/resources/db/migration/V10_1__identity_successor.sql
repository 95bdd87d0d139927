-- Who takes a post over when it ends: what its holder had taken goes to that person. NULL: to everybody of the post.
ALTER TABLE account_post ADD COLUMN successor_id VARCHAR(26);
