package org.thun.identity.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.identity.Deputyship;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

@Mapper
interface DeputyMapper {

    /** What is written of a deputyship when it begins. */
    record NewRow(
            String id,
            String postId,
            String principalId,
            String deputyId,
            Post post,
            BigDecimal limitAmount,
            String workKinds,
            String reason,
            String namedBy,
            LocalDateTime namedAt) {}

    /** A deputyship with the names of its people and the days of the post it rests on. */
    record DeputyRow(
            String id,
            String postId,
            String principalId,
            String deputyId,
            Role role,
            ScopeKind scopeKind,
            String scopeId,
            LocalDate firstDay,
            LocalDate lastDay,
            BigDecimal limitAmount,
            String workKinds,
            String reason,
            String namedBy,
            LocalDateTime namedAt,
            String revokedBy,
            LocalDateTime revokedAt,
            String revokeReason,
            String principalTh,
            String principalEn,
            boolean principalEnabled,
            String deputyTh,
            String deputyEn,
            boolean deputyEnabled,
            LocalDate postFrom,
            LocalDate postTo) {

        LocalizedText principalName() {
            return new LocalizedText(principalTh, principalEn);
        }

        LocalizedText deputyName() {
            return new LocalizedText(deputyTh, deputyEn);
        }

        Post post() {
            return new Post(role, scopeKind, scopeId, firstDay, lastDay);
        }

        Deputyship toDeputyship() {
            Set<String> work = Arrays.stream(workKinds.split(" "))
                    .filter(key -> !key.isEmpty())
                    .collect(Collectors.toSet());
            return new Deputyship(id, principalId, principalName(), post(),
                    limitAmount == null ? null : Money.of(limitAmount), work);
        }

        /** The last day it can run: its own, or that of the post. */
        LocalDate lastRunning() {
            return postTo != null && postTo.isBefore(lastDay) ? postTo : lastDay;
        }

        boolean stands() {
            return revokedAt == null && principalEnabled && deputyEnabled;
        }

        boolean runsOn(LocalDate day) {
            return stands() && !day.isBefore(firstDay) && !day.isAfter(lastRunning()) && !day.isBefore(postFrom);
        }
    }

    String ROWS = """
            SELECT d.id, d.post_id, d.principal_id, d.deputy_id, d.role_code AS role, d.scope_kind, d.scope_id, d.first_day,
                   d.last_day, d.limit_amount, d.work_kinds, d.reason, d.named_by, d.named_at, d.revoked_by, d.revoked_at,
                   d.revoke_reason, x.name_th AS principal_th, x.name_en AS principal_en, x.enabled AS principal_enabled,
                   y.name_th AS deputy_th, y.name_en AS deputy_en, y.enabled AS deputy_enabled,
                   p.valid_from AS post_from, p.valid_to AS post_to
            FROM account_deputy d
            JOIN account x ON x.id = d.principal_id
            JOIN account y ON y.id = d.deputy_id
            JOIN account_post p ON p.id = d.post_id
            """;

    @Insert("""
            INSERT INTO account_deputy (id, post_id, principal_id, deputy_id, role_code, scope_kind, scope_id, first_day,
                                        last_day, limit_amount, work_kinds, reason, named_by, named_at)
            VALUES (#{id}, #{postId}, #{principalId}, #{deputyId}, #{post.role}, #{post.scopeKind}, #{post.scopeId},
                    #{post.validFrom}, #{post.validTo}, #{limitAmount}, #{workKinds}, #{reason}, #{namedBy}, #{namedAt})
            """)
    void insert(NewRow row);

    @Update("""
            UPDATE account_deputy SET revoked_by = #{by}, revoked_at = #{at}, revoke_reason = #{reason}
            WHERE id = #{id} AND revoked_at IS NULL
            """)
    int revoke(String id, String by, LocalDateTime at, String reason);

    @Select(ROWS + "WHERE d.id = #{id}")
    Optional<DeputyRow> find(String id);

    /** Those that run, are to come, or ended on that day or later; the newest first. */
    @Select(ROWS + "WHERE d.last_day >= #{day} ORDER BY d.last_day DESC, d.id DESC")
    List<DeputyRow> since(LocalDate day);

    /** Those in which that person acts, on that day or later. */
    @Select(ROWS + "WHERE d.deputy_id = #{deputyId} AND d.last_day >= #{day} ORDER BY d.first_day, d.id")
    List<DeputyRow> ofDeputy(String deputyId, LocalDate day);

    @Select(ROWS + """
            WHERE d.role_code = #{role} AND d.first_day <= #{to} AND d.last_day >= #{from}
            ORDER BY d.first_day, d.id
            """)
    List<DeputyRow> ofRole(Role role, LocalDate from, LocalDate to);

    @Select(ROWS + "WHERE d.principal_id = #{principalId} AND d.last_day >= #{day} ORDER BY d.first_day, d.id")
    List<DeputyRow> ofPrincipal(String principalId, LocalDate day);

    @Select(ROWS + "WHERE d.first_day = #{day} ORDER BY d.id")
    List<DeputyRow> beginningOn(LocalDate day);
}
