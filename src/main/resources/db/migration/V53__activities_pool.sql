-- Money of cancelled activities that only an amendment may use again. It stays in its cell of the budget (BR-01).
CREATE TABLE activity_pool (
    grant_id      VARCHAR(26)    NOT NULL,
    activity_code VARCHAR(20)    NOT NULL,
    cost_head     VARCHAR(40)    NOT NULL,
    amount        DECIMAL(15, 2) NOT NULL,
    CONSTRAINT pk_activity_pool PRIMARY KEY (grant_id, activity_code, cost_head)
);
