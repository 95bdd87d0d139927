-- Who does the tasks of somebody's post for some days. The role, and the scope or a part of it, are those of the post; the
-- deputyship ends with its last day, with the post, or when it is revoked. work_kinds: keys of processes with spaces
-- between them; empty for all.
CREATE TABLE account_deputy (
  id            VARCHAR(26)   NOT NULL PRIMARY KEY,
  post_id       VARCHAR(26)   NOT NULL,
  principal_id  VARCHAR(26)   NOT NULL,
  deputy_id     VARCHAR(26)   NOT NULL,
  role_code     VARCHAR(2)    NOT NULL,
  scope_kind    VARCHAR(12)   NOT NULL,
  scope_id      VARCHAR(100)  NOT NULL,
  first_day     DATE          NOT NULL,
  last_day      DATE          NOT NULL,
  limit_amount  DECIMAL(15,2),
  work_kinds    VARCHAR(1000) NOT NULL,
  reason        TEXT,
  named_by      VARCHAR(26)   NOT NULL,
  named_at      DATETIME(6)   NOT NULL,
  revoked_by    VARCHAR(26),
  revoked_at    DATETIME(6),
  revoke_reason TEXT,
  CONSTRAINT account_deputy_post FOREIGN KEY (post_id) REFERENCES account_post (id),
  CONSTRAINT account_deputy_deputy FOREIGN KEY (deputy_id) REFERENCES account (id),
  CONSTRAINT account_deputy_principal FOREIGN KEY (principal_id) REFERENCES account (id)
);
CREATE INDEX account_deputy_running ON account_deputy (deputy_id, last_day);
CREATE INDEX account_deputy_by_role ON account_deputy (role_code, last_day);
CREATE INDEX account_deputy_of ON account_deputy (principal_id, last_day);
