-- Centres follow the programme definitions: what a definition no longer names ends, it is never deleted.
CREATE TABLE centre (
  id             VARCHAR(26)  NOT NULL PRIMARY KEY,
  programme_key  VARCHAR(60)  NOT NULL,
  code           VARCHAR(40)  NOT NULL,
  kind           VARCHAR(20)  NOT NULL,
  name_th        VARCHAR(200) NOT NULL,
  name_en        VARCHAR(200),
  region         VARCHAR(40)  NOT NULL,
  region_name_th VARCHAR(200) NOT NULL,
  region_name_en VARCHAR(200),
  province_code  VARCHAR(2)   NOT NULL,
  active_from    DATE,
  active_to      DATE
);
CREATE UNIQUE INDEX centre_code ON centre (programme_key, code);

CREATE TABLE organisation_party (
  id              VARCHAR(26)  NOT NULL PRIMARY KEY,
  code            VARCHAR(40)  NOT NULL,
  abbreviation    VARCHAR(60),
  name_th         VARCHAR(300) NOT NULL,
  name_en         VARCHAR(300),
  bank_name       VARCHAR(100),
  account_number  VARCHAR(30),
  account_name    VARCHAR(200),
  account_entered_by VARCHAR(26),
  account_entered_at DATETIME(6),
  account_verified_by VARCHAR(26),
  account_verified_at DATETIME(6),
  created_at      DATETIME(6)  NOT NULL
);
CREATE UNIQUE INDEX organisation_party_code ON organisation_party (code);

-- What an organisation is in a programme: funder, grantee or partner.
CREATE TABLE programme_party (
  programme_key   VARCHAR(60) NOT NULL,
  organisation_id VARCHAR(26) NOT NULL,
  part            VARCHAR(10) NOT NULL,
  PRIMARY KEY (programme_key, organisation_id, part),
  CONSTRAINT programme_party_organisation FOREIGN KEY (organisation_id) REFERENCES organisation_party (id)
);
CREATE INDEX programme_party_by_organisation ON programme_party (organisation_id);
