package org.thun.identity.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.LocalizedText;

@Mapper
interface AccountMapper {

    String ACCOUNT = """
            SELECT id, username, password_hash, name_th, name_en, email, lang, enabled, must_change_password, created_at
            FROM account
            """;

    String SEARCHED = """
            <where>
              <if test="search.pattern != null">
                (LOWER(username) LIKE #{search.pattern} OR LOWER(name_th) LIKE #{search.pattern}
                 OR LOWER(name_en) LIKE #{search.pattern})
              </if>
              <if test="search.enabled != null">AND enabled = #{search.enabled}</if>
              <if test="search.role != null">
                AND EXISTS (SELECT 1 FROM account_post p
                            WHERE p.account_id = account.id AND p.role_code = #{search.role}
                              AND p.valid_from &lt;= #{search.day}
                              AND (p.valid_to IS NULL OR p.valid_to &gt;= #{search.day}))
              </if>
            </where>
            """;

    /** One row of {@code account_post}. */
    record PostRow(
            String id,
            String accountId,
            Role role,
            ScopeKind scopeKind,
            String scopeId,
            LocalDate validFrom,
            LocalDate validTo,
            String grantedBy,
            LocalDateTime grantedAt,
            String successorId) {

        HeldPost toHeld() {
            return new HeldPost(id, new Post(role, scopeKind, scopeId, validFrom, validTo), grantedBy, grantedAt);
        }
    }

    /** One row for each post that an account holds on a day, or one without a post. */
    record SenderRow(
            String id,
            String username,
            String nameTh,
            String nameEn,
            boolean mustChangePassword,
            Role role,
            ScopeKind scopeKind,
            String scopeId,
            LocalDate validFrom,
            LocalDate validTo,
            boolean deputy) {

        Optional<Post> post() {
            return Optional.ofNullable(role).map(held -> new Post(held, scopeKind, scopeId, validFrom, validTo));
        }
    }

    /** Somebody who holds a post. */
    record HolderRow(
            String accountId,
            String username,
            String nameTh,
            String nameEn,
            Role role,
            ScopeKind scopeKind,
            String scopeId,
            LocalDate validFrom,
            LocalDate validTo) {

        LocalizedText name() {
            return new LocalizedText(nameTh, nameEn);
        }

        Post post() {
            return new Post(role, scopeKind, scopeId, validFrom, validTo);
        }
    }

    /** What to look for; a {@code null} does not matter. */
    record Wanted(String pattern, Boolean enabled, Role role, LocalDate day) {}

    @Select(ACCOUNT + "WHERE id = #{id}")
    Optional<AccountRow> find(String id);

    @Select(ACCOUNT + "WHERE username = #{username}")
    Optional<AccountRow> findByUsername(String username);

    @Select("<script>" + ACCOUNT + SEARCHED + "ORDER BY name_th, id LIMIT #{limit} OFFSET #{offset}</script>")
    List<AccountRow> search(@Param("search") Wanted search, int limit, int offset);

    @Select("<script>SELECT COUNT(*) FROM account " + SEARCHED + "</script>")
    long countFound(@Param("search") Wanted search);

    @Select("SELECT COUNT(*) FROM account")
    int count();

    @Insert("""
            INSERT INTO account (id, username, password_hash, name_th, name_en, email, lang, enabled,
                                 must_change_password, created_at)
            VALUES (#{id}, #{username}, #{passwordHash}, #{nameTh}, #{nameEn}, #{email}, #{lang}, #{enabled},
                    #{mustChangePassword}, #{createdAt})
            """)
    void insert(AccountRow account);

    @Update("UPDATE account SET name_th = #{nameTh}, name_en = #{nameEn}, email = #{email}, lang = #{lang} WHERE id = #{id}")
    void updateProfile(AccountRow account);

    @Update("UPDATE account SET enabled = #{enabled} WHERE id = #{id}")
    void setEnabled(String id, boolean enabled);

    @Update("UPDATE account SET password_hash = #{hash}, must_change_password = #{mustChange} WHERE id = #{id}")
    void setPassword(String id, String hash, boolean mustChange);

    /** All that a request has to know of its sender, in one statement; nothing if the account is not enabled. */
    @Select("""
            SELECT a.id, a.username, a.name_th, a.name_en, a.must_change_password,
                   p.role_code AS role, p.scope_kind, p.scope_id, p.valid_from, p.valid_to,
                   EXISTS (SELECT 1 FROM account_deputy d
                           WHERE d.deputy_id = a.id AND d.last_day >= #{day} AND d.first_day <= #{day}
                             AND d.revoked_at IS NULL) AS deputy
            FROM account a LEFT JOIN account_post p
              ON p.account_id = a.id AND p.valid_from <= #{day} AND (p.valid_to IS NULL OR p.valid_to >= #{day})
            WHERE a.id = #{id} AND a.enabled = TRUE
            ORDER BY p.role_code, p.scope_kind, p.scope_id
            """)
    // Read at every request: found by position, not by comparing each column with each component's name.
    @Arg(column = "id", javaType = String.class)
    @Arg(column = "username", javaType = String.class)
    @Arg(column = "name_th", javaType = String.class)
    @Arg(column = "name_en", javaType = String.class)
    @Arg(column = "must_change_password", javaType = boolean.class)
    @Arg(column = "role", javaType = Role.class)
    @Arg(column = "scope_kind", javaType = ScopeKind.class)
    @Arg(column = "scope_id", javaType = String.class)
    @Arg(column = "valid_from", javaType = LocalDate.class)
    @Arg(column = "valid_to", javaType = LocalDate.class)
    @Arg(column = "deputy", javaType = boolean.class)
    List<SenderRow> sender(String id, LocalDate day);

    @Select("""
            SELECT role_code AS role, scope_kind, scope_id, valid_from, valid_to
            FROM account_post
            WHERE account_id = #{accountId} AND valid_from <= #{to} AND (valid_to IS NULL OR valid_to >= #{from})
            ORDER BY role_code, scope_kind, scope_id
            """)
    List<Post> posts(String accountId, LocalDate from, LocalDate to);

    @Select("""
            <script>
            SELECT id, account_id, role_code AS role, scope_kind, scope_id, valid_from, valid_to, granted_by, granted_at,
                   successor_id
            FROM account_post
            WHERE account_id IN <foreach item="id" collection="accountIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY valid_from DESC, id DESC
            </script>
            """)
    List<PostRow> allPosts(Collection<String> accountIds);

    @Insert("""
            INSERT INTO account_post (id, account_id, role_code, scope_kind, scope_id, valid_from, valid_to, granted_by,
                                      granted_at)
            VALUES (#{id}, #{accountId}, #{post.role}, #{post.scopeKind}, #{post.scopeId}, #{post.validFrom},
                    #{post.validTo}, #{grantedBy}, #{at})
            """)
    void insertPost(String id, String accountId, Post post, String grantedBy, LocalDateTime at);

    @Update("UPDATE account_post SET valid_to = #{lastDay}, successor_id = #{successorId} WHERE id = #{id}")
    void endPost(String id, LocalDate lastDay, String successorId);

    @Select("""
            SELECT DISTINCT a.id
            FROM account_post p JOIN account a ON a.id = p.account_id
            WHERE p.role_code = #{role} AND a.enabled = TRUE
              AND p.valid_from <= #{day} AND (p.valid_to IS NULL OR p.valid_to >= #{day})
            ORDER BY a.id
            """)
    List<String> holderIds(Role role, LocalDate day);

    @Select("""
            SELECT a.id AS account_id, a.username, a.name_th, a.name_en, p.role_code AS role, p.scope_kind, p.scope_id,
                   p.valid_from, p.valid_to
            FROM account_post p JOIN account a ON a.id = p.account_id
            WHERE p.role_code = #{role} AND a.enabled = TRUE
              AND p.valid_from <= #{to} AND (p.valid_to IS NULL OR p.valid_to >= #{from})
            ORDER BY a.name_th, a.id
            """)
    List<HolderRow> holdersBetween(Role role, LocalDate from, LocalDate to);

    @Select("""
            SELECT a.id AS account_id, a.username, a.name_th, a.name_en, p.role_code AS role, p.scope_kind, p.scope_id,
                   p.valid_from, p.valid_to
            FROM account_post p JOIN account a ON a.id = p.account_id
            WHERE a.enabled = TRUE AND p.valid_from <= #{day} AND (p.valid_to IS NULL OR p.valid_to >= #{day})
            ORDER BY a.name_th, a.id
            """)
    List<HolderRow> holdersOn(LocalDate day);
}
