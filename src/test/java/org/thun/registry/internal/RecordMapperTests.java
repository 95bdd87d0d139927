package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thun.programmes.IndicatorSource.Register;

class RecordMapperTests {

    @ParameterizedTest
    @EnumSource
    void countsOfEveryRegisterLeaveNoRegisterOut(Register register) {
        assertThat(RecordMapper.OF_ANY_REGISTER).contains("'" + register + "'");
    }
}
