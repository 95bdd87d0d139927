package org.thun.notifications.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.notifications.NoticeKind;
import org.thun.notifications.Notices.MailWish;
import org.thun.notifications.Notices.Setting;

@Mapper
interface NoticeMapper {

    /** One row of {@code notice_event}. */
    record EventRow(
            String id,
            String eventKey,
            NoticeKind kindCode,
            String caseId,
            String objectId,
            int numberNo,
            int detailNo,
            String state,
            LocalDateTime createdAt) {}

    /** One row of {@code notice}. */
    record NoticeRow(
            String id,
            String accountId,
            String eventId,
            NoticeKind kindCode,
            String objectId,
            String textTh,
            String textEn,
            String pagePath,
            LocalDate dueOn,
            boolean inApp,
            MailWish mailCode,
            LocalDate digestDay,
            LocalDateTime createdAt,
            LocalDateTime readAt) {}

    /** One row of {@code notice_mail}. */
    record MailRow(
            String id,
            String accountId,
            String mailKey,
            String noticeId,
            LocalDate digestDay,
            String state,
            int attempts,
            LocalDateTime nextAt) {}

    String NOTICE = """
            SELECT id, account_id, event_id, kind_code, object_id, text_th, text_en, page_path, due_on, in_app, mail_code,
                   digest_day, created_at, read_at
            FROM notice
            """;

    @Insert("""
            INSERT INTO notice_event (id, event_key, kind_code, case_id, object_id, number_no, detail_no, state, created_at)
            VALUES (#{id}, #{eventKey}, #{kindCode}, #{caseId}, #{objectId}, #{numberNo}, #{detailNo}, #{state},
                    #{createdAt})
            """)
    void note(EventRow event);

    @Select("SELECT COUNT(*) FROM notice_event WHERE event_key = #{eventKey}")
    int noted(String eventKey);

    @Select("""
            SELECT id, event_key, kind_code, case_id, object_id, number_no, detail_no, state, created_at
            FROM notice_event WHERE state = 'NEW' ORDER BY id LIMIT 200
            """)
    List<EventRow> toSpread();

    /** @return 0 if another node has spread it */
    @Update("UPDATE notice_event SET state = 'SPREAD' WHERE id = #{id} AND state = 'NEW'")
    int spread(String id);

    @Insert("""
            INSERT INTO notice (id, account_id, event_id, kind_code, object_id, text_th, text_en, page_path, due_on,
                                in_app, mail_code, digest_day, created_at, read_at)
            VALUES (#{id}, #{accountId}, #{eventId}, #{kindCode}, #{objectId}, #{textTh}, #{textEn}, #{pagePath},
                    #{dueOn}, #{inApp}, #{mailCode}, #{digestDay}, #{createdAt}, #{readAt})
            """)
    void insert(NoticeRow notice);

    @Select("SELECT COUNT(*) FROM notice WHERE account_id = #{accountId} AND in_app = TRUE AND read_at IS NULL")
    long unread(String accountId);

    @Select("SELECT COUNT(*) FROM notice WHERE account_id = #{accountId} AND in_app = TRUE")
    long count(String accountId);

    @Select(NOTICE + """
            WHERE account_id = #{accountId} AND in_app = TRUE ORDER BY id DESC LIMIT #{size} OFFSET #{offset}
            """)
    List<NoticeRow> page(String accountId, int size, int offset);

    @Select(NOTICE + "WHERE id = #{id}")
    Optional<NoticeRow> find(String id);

    @Update("""
            UPDATE notice SET read_at = #{at} WHERE id = #{id} AND account_id = #{accountId} AND read_at IS NULL
            """)
    int read(String id, String accountId, LocalDateTime at);

    @Update("UPDATE notice SET read_at = #{at} WHERE account_id = #{accountId} AND read_at IS NULL")
    int readAll(String accountId, LocalDateTime at);

    /** What the notices were about is done: nobody needs to be told any more. */
    @Update("UPDATE notice SET read_at = #{at} WHERE object_id = #{objectId} AND kind_code = 'TASK' AND read_at IS NULL")
    int settled(String objectId, LocalDateTime at);

    @Select("SELECT kind_code AS kind, in_app, mail_code AS mail FROM notice_setting WHERE account_id = #{accountId}")
    List<Setting> settings(String accountId);

    @Update("""
            UPDATE notice_setting SET in_app = #{setting.inApp}, mail_code = #{setting.mail}
            WHERE account_id = #{accountId} AND kind_code = #{setting.kind}
            """)
    int updateSetting(String accountId, Setting setting);

    @Insert("""
            INSERT INTO notice_setting (account_id, kind_code, in_app, mail_code)
            VALUES (#{accountId}, #{setting.kind}, #{setting.inApp}, #{setting.mail})
            """)
    void insertSetting(String accountId, Setting setting);

    @Select("""
            SELECT DISTINCT account_id FROM notice
            WHERE mail_code = 'DIGEST' AND digest_day IS NULL AND read_at IS NULL AND created_at < #{before}
            ORDER BY account_id
            """)
    List<String> toDigest(LocalDateTime before);

    @Update("""
            UPDATE notice SET digest_day = #{day}
            WHERE account_id = #{accountId} AND mail_code = 'DIGEST' AND digest_day IS NULL AND read_at IS NULL
              AND created_at < #{before}
            """)
    int digest(String accountId, LocalDate day, LocalDateTime before);

    @Select(NOTICE + "WHERE account_id = #{accountId} AND digest_day = #{day} ORDER BY id")
    List<NoticeRow> ofDigest(String accountId, LocalDate day);

    @Insert("""
            INSERT INTO notice_mail (id, account_id, mail_key, notice_id, digest_day, state, attempts, next_at)
            VALUES (#{id}, #{accountId}, #{mailKey}, #{noticeId}, #{digestDay}, #{state}, #{attempts}, #{nextAt})
            """)
    void post(MailRow mail);

    @Select("SELECT COUNT(*) FROM notice_mail WHERE account_id = #{accountId} AND mail_key = #{mailKey}")
    int posted(String accountId, String mailKey);

    @Select("""
            SELECT id, account_id, mail_key, notice_id, digest_day, state, attempts, next_at FROM notice_mail
            WHERE state = 'WAITING' AND next_at <= #{now} ORDER BY id LIMIT 100
            """)
    List<MailRow> toSend(LocalDateTime now);

    /** @return 0 if another node has taken it */
    @Update("""
            UPDATE notice_mail SET state = 'SENDING', claimed_by = #{by}, claimed_at = #{now}
            WHERE id = #{id} AND state = 'WAITING'
            """)
    int claim(String id, String by, LocalDateTime now);

    @Update("""
            UPDATE notice_mail SET state = #{state}, attempts = attempts + 1, next_at = #{nextAt}, sent_to = #{to},
                                   sent_at = #{sentAt}
            WHERE id = #{id} AND state = 'SENDING' AND claimed_by = #{by}
            """)
    void handedOver(String id, String by, String state, LocalDateTime nextAt, String to, LocalDateTime sentAt);

    /** Whoever was sending these has not come back: they may have been sent. */
    @Update("""
            UPDATE notice_mail SET state = 'UNSURE'
            WHERE state = 'SENDING' AND claimed_by <> #{by} AND claimed_at < #{before}
            """)
    int abandon(String by, LocalDateTime before);

    @Delete("DELETE FROM notice_calendar WHERE account_id = #{accountId}")
    void endCalendar(String accountId);

    @Insert("""
            INSERT INTO notice_calendar (account_id, token_hash, created_at) VALUES (#{accountId}, #{tokenHash}, #{at})
            """)
    void beginCalendar(String accountId, String tokenHash, LocalDateTime at);

    @Select("SELECT created_at FROM notice_calendar WHERE account_id = #{accountId}")
    Optional<LocalDateTime> calendarSince(String accountId);

    @Select("SELECT account_id FROM notice_calendar WHERE token_hash = #{tokenHash}")
    Optional<String> calendarOwner(String tokenHash);
}
