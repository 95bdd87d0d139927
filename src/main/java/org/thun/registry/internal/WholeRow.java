package org.thun.registry.internal;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.springframework.stereotype.Component;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordState;

/**
 * A row that is read column by column, in the order of {@link RecordMapper#COLUMNS}. MyBatis looks every column up by its
 * name, which costs several times as much as reading it once there are half a million rows.
 */
record WholeRow(RecordRow row) {

    /** MyBatis takes a type that has a handler for one column, and asks it at the first. */
    @Component
    @MappedTypes(WholeRow.class)
    static class Handler extends BaseTypeHandler<WholeRow> {

        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, WholeRow row, JdbcType type) {
            throw new UnsupportedOperationException("rows are read, not written");
        }

        @Override
        public WholeRow getNullableResult(ResultSet row, String column) throws SQLException {
            return getNullableResult(row, 1);
        }

        @Override
        public WholeRow getNullableResult(ResultSet row, int column) throws SQLException {
            Columns next = new Columns(row);
            return new WholeRow(new RecordRow(next.text(), next.number(), Register.valueOf(next.text()), next.text(),
                    next.text(), next.text(), next.text(), next.text(), next.text(), next.text(), next.text(),
                    next.bytes(), next.text(), next.text(), next.text(), next.text(), next.text(), next.text(),
                    next.whole(), next.whole(), next.day(), next.text(), next.ground(), next.day(), next.flag(),
                    next.text(), RecordState.valueOf(next.text()), next.whole(), next.text(), next.text(), next.moment(),
                    next.day(), next.moment(), next.text(), next.day(), next.day(), next.text(), next.day()));
        }

        @Override
        public WholeRow getNullableResult(CallableStatement statement, int column) {
            throw new UnsupportedOperationException("rows come from queries");
        }
    }

    /** The columns of a row, one after the other. */
    private static final class Columns {

        private final ResultSet row;
        private int column;

        Columns(ResultSet row) {
            this.row = row;
        }

        String text() throws SQLException {
            return row.getString(++column);
        }

        byte[] bytes() throws SQLException {
            return row.getBytes(++column);
        }

        Long number() throws SQLException {
            long value = row.getLong(++column);
            return row.wasNull() ? null : value;
        }

        Integer whole() throws SQLException {
            int value = row.getInt(++column);
            return row.wasNull() ? null : value;
        }

        boolean flag() throws SQLException {
            return row.getBoolean(++column);
        }

        LocalDate day() throws SQLException {
            return row.getObject(++column, LocalDate.class);
        }

        LocalDateTime moment() throws SQLException {
            return row.getObject(++column, LocalDateTime.class);
        }

        LawfulGround ground() throws SQLException {
            String code = text();
            return code == null ? null : LawfulGround.valueOf(code);
        }
    }
}
