package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.thun.indicators.Place;

/** The codes printed beside figures. */
@Mapper
interface CodeMapper {

    /** A code with all it stands for. */
    record CodeRow(
            String code,
            String grantId,
            String indicatorId,
            Place.Kind placeKind,
            String placeCode,
            LocalDate asOf,
            BigDecimal printed,
            String snapshotId,
            LocalDateTime madeAt) {

        /** Whether both stand for the same figure, whenever they were made. */
        boolean sameAs(CodeRow other) {
            return grantId.equals(other.grantId)
                    && indicatorId.equals(other.indicatorId)
                    && placeKind == other.placeKind
                    && placeCode.equals(other.placeCode)
                    && asOf.equals(other.asOf)
                    && printed.compareTo(other.printed) == 0
                    && Objects.equals(snapshotId, other.snapshotId);
        }
    }

    /** Adds codes that are not there; the others stay as they are. */
    @Insert("""
            <script>
            INSERT INTO indicator_code (code, grant_id, indicator_id, place_kind, place_code, as_of, printed, snapshot_id,
                made_at)
            VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.code}, #{row.grantId}, #{row.indicatorId}, #{row.placeKind}, #{row.placeCode}, #{row.asOf},
               #{row.printed}, #{row.snapshotId}, #{row.madeAt})
            </foreach>
            ON DUPLICATE KEY UPDATE code = VALUES(code)
            </script>
            """)
    void add(@Param("rows") List<CodeRow> rows);

    @Select("""
            <script>
            SELECT code, grant_id, indicator_id, place_kind, place_code, as_of, printed, snapshot_id, made_at
            FROM indicator_code
            WHERE code IN <foreach item="code" collection="codes" open="(" separator="," close=")">#{code}</foreach>
            </script>
            """)
    List<CodeRow> find(Collection<String> codes);
}
