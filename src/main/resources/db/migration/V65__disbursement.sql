-- The tranches of a grant, laid out from the agreement when it takes effect. Programme and organisation stand beside the
-- grant so that a person's reach is part of the query.
CREATE TABLE tranche (
  id             VARCHAR(26)   NOT NULL PRIMARY KEY,
  grant_id       VARCHAR(26)   NOT NULL,
  programme_key  VARCHAR(60)   NOT NULL,
  org_id         VARCHAR(26)   NOT NULL,
  tranche_no     INT           NOT NULL,
  share_percent  DECIMAL(5,2)  NOT NULL,
  agreed         DECIMAL(15,2) NOT NULL,
  carried_in     DECIMAL(15,2) NOT NULL,
  pay_limit      DECIMAL(15,2),
  after_period   INT,
  at_close_out   BOOLEAN       NOT NULL,
  state          VARCHAR(20)   NOT NULL,
  opened_on      DATE,
  request_due_on DATE,
  reminded_on    DATE,
  overdue_since  DATE,
  requested      DECIMAL(15,2),
  payable        DECIMAL(15,2),
  rest           VARCHAR(10),
  paid           DECIMAL(15,2),
  paid_on        DATE,
  hold_reason    TEXT,
  receipt_no     VARCHAR(60),
  receipted_on   DATE
);
CREATE UNIQUE INDEX tranche_number ON tranche (grant_id, tranche_no);
CREATE INDEX tranche_desk ON tranche (programme_key, state);
CREATE INDEX tranche_grantee ON tranche (org_id);

-- What the grantee asks for. open_key holds the grant's id while the request is open and nothing afterwards: the unique
-- index lets a grant have one open request at a time (BR-48), also when two are sent at the same moment.
CREATE TABLE payment_request (
  id              VARCHAR(26)   NOT NULL PRIMARY KEY,
  tranche_id      VARCHAR(26)   NOT NULL,
  grant_id        VARCHAR(26)   NOT NULL,
  open_key        VARCHAR(26),
  amount          DECIMAL(15,2) NOT NULL,
  purpose         TEXT          NOT NULL,
  next_activities TEXT          NOT NULL,
  prepared_by     VARCHAR(26)   NOT NULL,
  prepared_at     DATETIME(6)   NOT NULL,
  signed_by       VARCHAR(26),
  signed_at       DATETIME(6),
  return_reason   TEXT,
  CONSTRAINT payment_request_tranche FOREIGN KEY (tranche_id) REFERENCES tranche (id)
);
CREATE UNIQUE INDEX payment_request_of ON payment_request (tranche_id);
CREATE UNIQUE INDEX payment_request_open ON payment_request (open_key);

-- A voucher freezes payee, account and amount. A returned voucher is void with the approvals given on it; a new one is made.
CREATE TABLE payment_voucher (
  id                VARCHAR(26)   NOT NULL PRIMARY KEY,
  tranche_id        VARCHAR(26)   NOT NULL,
  grant_id          VARCHAR(26)   NOT NULL,
  voucher_no        VARCHAR(60)   NOT NULL,
  voucher_on        DATE          NOT NULL,
  state             VARCHAR(20)   NOT NULL,
  payee_th          VARCHAR(300)  NOT NULL,
  payee_en          VARCHAR(300),
  bank_name         VARCHAR(200)  NOT NULL,
  account_number    VARCHAR(40)   NOT NULL,
  account_name      VARCHAR(300)  NOT NULL,
  amount            DECIMAL(15,2) NOT NULL,
  amount_words      VARCHAR(400)  NOT NULL,
  authority_th      VARCHAR(200),
  authority_en      VARCHAR(200),
  resolution_needed BOOLEAN       NOT NULL,
  resolution_no     VARCHAR(100),
  made_by           VARCHAR(26)   NOT NULL,
  made_at           DATETIME(6)   NOT NULL,
  first_key_by      VARCHAR(26),
  first_key_at      DATETIME(6),
  second_key_by     VARCHAR(26),
  second_key_at     DATETIME(6),
  bank_reference    VARCHAR(100),
  void_reason       TEXT,
  CONSTRAINT payment_voucher_tranche FOREIGN KEY (tranche_id) REFERENCES tranche (id)
);
CREATE UNIQUE INDEX payment_voucher_no ON payment_voucher (voucher_no);
CREATE INDEX payment_voucher_of ON payment_voucher (tranche_id, id);

-- Append-only: a correction is a new entry. amount is the effect on the money in the grantee's hands. The idempotency key
-- names the fact, so that a step run twice enters it once.
CREATE TABLE ledger_entry (
  seq             BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  grant_id        VARCHAR(26)   NOT NULL,
  kind            VARCHAR(20)   NOT NULL,
  amount          DECIMAL(15,2) NOT NULL,
  value_on        DATE          NOT NULL,
  period_no       INT,
  tranche_no      INT,
  activity_code   VARCHAR(20),
  cost_head       VARCHAR(60),
  reference       VARCHAR(200),
  idempotency_key VARCHAR(150)  NOT NULL,
  recorded_by     VARCHAR(26),
  recorded_at     DATETIME(6)   NOT NULL
);
CREATE UNIQUE INDEX ledger_entry_fact ON ledger_entry (idempotency_key);
CREATE INDEX ledger_entry_grant ON ledger_entry (grant_id, value_on);
