package org.thun.identity.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.thun.identity.Post;
import org.thun.identity.Role;

@Mapper
interface AccountMapper {

    String ACCOUNT = """
            SELECT id, username, password_hash, name_th, name_en, email, lang, enabled, must_change_password, created_at
            FROM account
            """;

    @Select(ACCOUNT + "WHERE id = #{id}")
    Optional<AccountRow> find(String id);

    @Select(ACCOUNT + "WHERE username = #{username}")
    Optional<AccountRow> findByUsername(String username);

    @Select(ACCOUNT + "ORDER BY username")
    List<AccountRow> all();

    @Select("SELECT COUNT(*) FROM account")
    int count();

    @Insert("""
            INSERT INTO account (id, username, password_hash, name_th, name_en, email, lang, enabled,
                                 must_change_password, created_at)
            VALUES (#{id}, #{username}, #{passwordHash}, #{nameTh}, #{nameEn}, #{email}, #{lang}, #{enabled},
                    #{mustChangePassword}, #{createdAt})
            """)
    void insert(AccountRow account);

    @Select("""
            SELECT role_code AS role, scope_kind, scope_id, valid_from, valid_to
            FROM account_post
            WHERE account_id = #{accountId} AND valid_from <= #{to} AND (valid_to IS NULL OR valid_to >= #{from})
            ORDER BY role_code, scope_kind, scope_id
            """)
    List<Post> posts(String accountId, LocalDate from, LocalDate to);

    @Insert("""
            INSERT INTO account_post (id, account_id, role_code, scope_kind, scope_id, valid_from, valid_to, granted_by,
                                      granted_at)
            VALUES (#{id}, #{accountId}, #{post.role}, #{post.scopeKind}, #{post.scopeId}, #{post.validFrom},
                    #{post.validTo}, #{grantedBy}, #{at})
            """)
    void insertPost(String id, String accountId, Post post, String grantedBy, LocalDateTime at);

    @Select("""
            SELECT DISTINCT a.id
            FROM account_post p JOIN account a ON a.id = p.account_id
            WHERE p.role_code = #{role} AND a.enabled = TRUE
              AND p.valid_from <= #{day} AND (p.valid_to IS NULL OR p.valid_to >= #{day})
            ORDER BY a.id
            """)
    List<String> holderIds(Role role, LocalDate day);
}
