package org.thun.shared;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;

/** Writes {@link Money} to {@code DECIMAL(15,2)} columns and reads it back exactly (BR-45). */
@MappedTypes(Money.class)
public class MoneyTypeHandler extends BaseTypeHandler<Money> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int i, Money money, JdbcType type)
            throws SQLException {
        statement.setBigDecimal(i, money.toBaht());
    }

    @Override
    public Money getNullableResult(ResultSet rows, String column) throws SQLException {
        return money(rows.getBigDecimal(column));
    }

    @Override
    public Money getNullableResult(ResultSet rows, int column) throws SQLException {
        return money(rows.getBigDecimal(column));
    }

    @Override
    public Money getNullableResult(CallableStatement call, int column) throws SQLException {
        return money(call.getBigDecimal(column));
    }

    private static Money money(BigDecimal baht) {
        return baht == null ? null : Money.of(baht);
    }
}
