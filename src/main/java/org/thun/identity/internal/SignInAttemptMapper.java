package org.thun.identity.internal;

import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SignInAttemptMapper {

    /** Wrong passwords in a row for a name, and when the last one came. */
    record Failures(int failures, LocalDateTime failedAt) {}

    @Select("SELECT failures, failed_at FROM sign_in_failure WHERE username = #{username}")
    Optional<Failures> find(String username);

    /** One more failure in a row, or the first of a new row if the last one was before {@code since}. */
    @Update("""
            UPDATE sign_in_failure
            SET failures = CASE WHEN failed_at < #{since} THEN 1 ELSE failures + 1 END, failed_at = #{at}
            WHERE username = #{username}
            """)
    int count(String username, LocalDateTime at, LocalDateTime since);

    @Insert("INSERT INTO sign_in_failure (username, failures, failed_at) VALUES (#{username}, 1, #{at})")
    void insert(String username, LocalDateTime at);

    @Delete("DELETE FROM sign_in_failure WHERE username = #{username}")
    int forget(String username);

    /** Forgets what no longer counts; also what seems to lie ahead, because a training clock was set back. */
    @Delete("DELETE FROM sign_in_failure WHERE failed_at < #{since} OR failed_at > #{now}")
    void forgetOutside(LocalDateTime since, LocalDateTime now);
}
