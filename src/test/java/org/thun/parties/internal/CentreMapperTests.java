package org.thun.parties.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.parties.Centre;
import org.thun.parties.Centres;
import org.thun.programmes.CentreDefinition.CentreKind;
import org.thun.testing.ThunTest;

@ThunTest
class CentreMapperTests {

    private static final String PROGRAMME = "ldi-pracharath-2";

    @Autowired
    Centres centres;

    @Autowired
    PartyStart start;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void eightyTwoCentresFollowTheDefinition() {
        List<Centre> all = centres.all(PROGRAMME);
        assertThat(all).hasSize(82);
        Centre chiangMai = centres.find(PROGRAMME, "TH-50").orElseThrow();
        assertThat(chiangMai.name().th()).isEqualTo("เชียงใหม่");
        assertThat(chiangMai.kind()).isEqualTo(CentreKind.PROVINCE);
        assertThat(chiangMai.regionName().en()).isEqualTo("North");
        assertThat(centres.byId(chiangMai.id())).contains(chiangMai);
        assertThat(centres.find(PROGRAMME, "TH-99")).isEmpty();
    }

    @Test
    void namesAreInTheOrderOfAThaiDictionary() {
        List<String> names = centres.all(PROGRAMME).stream().map(centre -> centre.name().th()).toList();
        assertThat(names).startsWith("กระบี่");
        assertThat(names.indexOf("เชียงใหม่"))
                .as("sorted under ช, not behind ฮ")
                .isBetween(names.indexOf("ชัยภูมิ"), names.indexOf("ตรัง"));
    }

    @Test
    void secondStartChangesNothing() {
        List<Centre> before = centres.all(PROGRAMME);
        start.run(null);
        assertThat(centres.all(PROGRAMME)).isEqualTo(before);
    }

    @Test
    void centreThatTheDefinitionNoLongerNamesEndsButKeepsItsName() {
        jdbc.update("INSERT INTO centre (id, programme_key, code, kind, name_th, region, region_name_th, province_code) "
                + "VALUES ('old', ?, 'TH-XX', 'PROVINCE', 'จังหวัดเดิม', 'north', 'ภาคเหนือ', '99')", PROGRAMME);
        start.run(null);
        assertThat(centres.all(PROGRAMME)).noneMatch(centre -> centre.code().equals("TH-XX"));
        Centre ended = centres.find(PROGRAMME, "TH-XX").orElseThrow();
        assertThat(ended.activeTo()).isNotNull();
        assertThat(ended.name().th()).isEqualTo("จังหวัดเดิม");
    }
}
