package org.thun.reporting.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface MailMapper {

    String MAIL = """
            SELECT id, subscription_id, account_id, grant_id, edition_key, occasion, period_no, as_of, format_code,
                   locale_code, rhythm_code, state, attempts, next_at, sent_to, sent_at, file_name, created_at
            FROM (SELECT m.*, CASE WHEN m.period_no IS NULL THEN 'MONTHLY' ELSE 'ACCEPTANCE' END AS rhythm_code
                  FROM report_mail m) due
            """;

    record SubscriptionRow(String id, String accountId, String grantId, String editionKey, String rhythmCode,
            String formatCode, String localeCode, LocalDateTime createdAt) {}

    /** A report that is due, without the file. */
    record MailRow(
            String id,
            String subscriptionId,
            String accountId,
            String grantId,
            String editionKey,
            String occasion,
            Integer periodNo,
            LocalDate asOf,
            String formatCode,
            String localeCode,
            String rhythmCode,
            String state,
            int attempts,
            LocalDateTime nextAt,
            String sentTo,
            LocalDateTime sentAt,
            String fileName,
            LocalDateTime createdAt) {}

    /** A file; a record of its own because a bare array would be taken for a list of rows. */
    record MailFile(byte[] content) {}

    @Insert("""
            INSERT INTO report_subscription (id, account_id, grant_id, edition_key, rhythm_code, format_code, locale_code,
                                             created_at)
            VALUES (#{id}, #{accountId}, #{grantId}, #{editionKey}, #{rhythmCode}, #{formatCode}, #{localeCode}, #{createdAt})
            """)
    void subscribe(SubscriptionRow subscription);

    @Delete("DELETE FROM report_subscription WHERE id = #{id} AND account_id = #{accountId}")
    int unsubscribe(String id, String accountId);

    @Select("""
            SELECT id, account_id, grant_id, edition_key, rhythm_code, format_code, locale_code, created_at
            FROM report_subscription WHERE id = #{id}
            """)
    Optional<SubscriptionRow> subscription(String id);

    @Select("""
            SELECT id, account_id, grant_id, edition_key, rhythm_code, format_code, locale_code, created_at
            FROM report_subscription WHERE grant_id = #{grantId} AND account_id = #{accountId} ORDER BY id
            """)
    List<SubscriptionRow> subscriptions(String grantId, String accountId);

    @Select("""
            <script>
            SELECT id, account_id, grant_id, edition_key, rhythm_code, format_code, locale_code, created_at
            FROM report_subscription
            WHERE rhythm_code = #{rhythm}
              AND grant_id IN <foreach item="id" collection="grantIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY id
            </script>
            """)
    List<SubscriptionRow> subscribers(String rhythm, @Param("grantIds") List<String> grantIds);

    @Select("SELECT COUNT(*) FROM report_mail WHERE subscription_id = #{subscriptionId} AND occasion = #{occasion}")
    int noted(String subscriptionId, String occasion);

    @Insert("""
            INSERT INTO report_mail (id, subscription_id, account_id, grant_id, edition_key, occasion, period_no, as_of,
                                     format_code, locale_code, state, attempts, next_at, created_at)
            VALUES (#{id}, #{subscriptionId}, #{accountId}, #{grantId}, #{editionKey}, #{occasion}, #{periodNo}, #{asOf},
                    #{formatCode}, #{localeCode}, #{state}, 0, #{nextAt}, #{createdAt})
            """)
    void note(MailRow mail);

    @Select(MAIL + "WHERE state = #{state} AND next_at <= #{now} ORDER BY id LIMIT 100")
    List<MailRow> inState(String state, LocalDateTime now);

    @Select(MAIL + "WHERE grant_id = #{grantId} AND account_id = #{accountId} ORDER BY id DESC LIMIT 50")
    List<MailRow> ofPerson(String grantId, String accountId);

    @Select(MAIL + "WHERE id = #{id}")
    Optional<MailRow> mail(String id);

    @Select("SELECT content FROM report_mail WHERE id = #{id}")
    MailFile content(String id);

    @Update("""
            UPDATE report_mail SET state = 'MADE', file_name = #{fileName}, content = #{content}
            WHERE id = #{id} AND state = 'DUE'
            """)
    int made(String id, String fileName, byte[] content);

    /** Takes a report for sending; 0 if another node was faster. */
    @Update("""
            UPDATE report_mail SET state = 'SENDING', attempts = attempts + 1, claimed_by = #{by}, claimed_at = #{now}
            WHERE id = #{id} AND state = 'MADE' AND next_at <= #{now}
            """)
    int claim(String id, String by, LocalDateTime now);

    @Update("""
            UPDATE report_mail SET state = 'SENT', sent_to = #{to}, sent_at = #{now}
            WHERE id = #{id} AND claimed_by = #{by} AND state IN ('SENDING', 'UNSURE')
            """)
    int sent(String id, String by, String to, LocalDateTime now);

    @Update("""
            UPDATE report_mail SET state = #{state}, next_at = #{nextAt}
            WHERE id = #{id} AND claimed_by = #{by} AND state = 'SENDING'
            """)
    int notSent(String id, String by, String state, LocalDateTime nextAt);

    /** Tries again later to make a report. */
    @Update("UPDATE report_mail SET attempts = attempts + 1, next_at = #{nextAt} WHERE id = #{id} AND state = 'DUE'")
    int later(String id, LocalDateTime nextAt);

    @Update("UPDATE report_mail SET state = #{state} WHERE id = #{id} AND state IN ('DUE', 'MADE')")
    int giveUp(String id, String state);

    /** Whoever was sending these has not come back: they may have been sent. */
    @Update("""
            UPDATE report_mail SET state = 'UNSURE'
            WHERE state = 'SENDING' AND claimed_by <> #{by} AND claimed_at < #{before}
            """)
    int abandon(String by, LocalDateTime before);
}
