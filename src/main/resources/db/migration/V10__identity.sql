CREATE TABLE account (
  id                   VARCHAR(26)  NOT NULL PRIMARY KEY,
  username             VARCHAR(60)  NOT NULL,
  password_hash        VARCHAR(200) NOT NULL,
  name_th              VARCHAR(200) NOT NULL,
  name_en              VARCHAR(200),
  email                VARCHAR(200),
  lang                 VARCHAR(2),
  enabled              BOOLEAN      NOT NULL,
  must_change_password BOOLEAN      NOT NULL,
  created_at           DATETIME(6)  NOT NULL
);
CREATE UNIQUE INDEX account_username ON account (username);

-- A role a person holds within a scope and between dates. scope_id is '*' for the scope ALL.
CREATE TABLE account_post (
  id         VARCHAR(26)  NOT NULL PRIMARY KEY,
  account_id VARCHAR(26)  NOT NULL,
  role_code  VARCHAR(2)   NOT NULL,
  scope_kind VARCHAR(12)  NOT NULL,
  scope_id   VARCHAR(100) NOT NULL,
  valid_from DATE         NOT NULL,
  valid_to   DATE,
  granted_by VARCHAR(26),
  granted_at DATETIME(6)  NOT NULL,
  CONSTRAINT account_post_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX account_post_by_account ON account_post (account_id);
CREATE INDEX account_post_by_role ON account_post (role_code, scope_kind, scope_id);

-- Wrong passwords in a row, by the name that was tried (whether or not there is such an account). Old rows are thrown away
-- when new ones come.
CREATE TABLE sign_in_failure (
  username  VARCHAR(60) NOT NULL PRIMARY KEY,
  failures  INT         NOT NULL,
  failed_at DATETIME(6) NOT NULL
);
CREATE INDEX sign_in_failure_age ON sign_in_failure (failed_at);

-- Sessions live in the database, so that a second node is only configuration (tables of Spring Session).
CREATE TABLE SPRING_SESSION (
  PRIMARY_ID            CHAR(36) NOT NULL PRIMARY KEY,
  SESSION_ID            CHAR(36) NOT NULL,
  CREATION_TIME         BIGINT   NOT NULL,
  LAST_ACCESS_TIME      BIGINT   NOT NULL,
  MAX_INACTIVE_INTERVAL INT      NOT NULL,
  EXPIRY_TIME           BIGINT   NOT NULL,
  PRINCIPAL_NAME        VARCHAR(100)
);
CREATE UNIQUE INDEX SPRING_SESSION_IX1 ON SPRING_SESSION (SESSION_ID);
CREATE INDEX SPRING_SESSION_IX2 ON SPRING_SESSION (EXPIRY_TIME);
CREATE INDEX SPRING_SESSION_IX3 ON SPRING_SESSION (PRINCIPAL_NAME);
CREATE TABLE SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID CHAR(36)     NOT NULL,
  ATTRIBUTE_NAME     VARCHAR(200) NOT NULL,
  ATTRIBUTE_BYTES    LONGBLOB     NOT NULL,
  CONSTRAINT SPRING_SESSION_ATTRIBUTES_PK PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  CONSTRAINT SPRING_SESSION_ATTRIBUTES_FK FOREIGN KEY (SESSION_PRIMARY_ID)
    REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE
);
