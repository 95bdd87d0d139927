-- How much of a refund is interest for paying late (BR-37); the rest reduces what the grant is owed.
ALTER TABLE close_out_refund ADD COLUMN interest DECIMAL(15, 2) DEFAULT 0 NOT NULL;
