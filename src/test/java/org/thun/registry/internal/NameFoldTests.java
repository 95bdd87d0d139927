package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldTests {

    @ParameterizedTest
    @CsvSource({
        "สมชาย, นายสมชาย", "สมหญิง, นางสาวสมหญิง", "สมหญิง, น.ส.สมหญิง", "สมหญิง, น.ส. สมหญิง", "บุญมี, ด.ช. บุญมี",
        "บุญมี, เด็กชายบุญมี", "ประยูร, พ.ต.ท.ประยูร", "ประยูร, ว่าที่ ร.ต. ประยูร", "ประยูร, ดร. ประยูร", "somchai, Mr. Somchai",
        "คำปัน, พระมหาคำปัน", "สมชาย, ว่าที่ร้อยตรีสมชาย"
    })
    void leavesTitlesAndRanksOut(String plain, String withTitle) {
        assertThat(NameFold.first(withTitle)).isEqualTo(NameFold.first(plain));
    }

    @ParameterizedTest
    @CsvSource({"นายิกา", "คุณากร", "พรนาง", "นาง", "ดาว"})
    void takesNoPartOfANameForATitle(String name) {
        assertThat(NameFold.first(name)).isEqualTo(NameFold.fold(name));
    }

    @ParameterizedTest
    @CsvSource({
        "ณัฐพล, นัฐพล", "ศิริพร, สิริพร", "สมศรี, สมสี", "พรรณี, พันนี", "ธรรมรัตน์, ทัมรัต", "จันทร์เพ็ญ, จันทเพญ", "ภูมิใจ, พูมีไจ", "ใจดี, ไจดี",
        "เพ็ญศรี, เพ็ญ  ศรี", "คำแก้ว, ฅำแก้ว", "ทองคํา, ทองคำ", "อารีย์, อารี", "กลุ่มออมทรัพย์ บ้านดง, กลุ่ม–ออมทรัพย์บ้านดง",
        "บ้านดง หมู่ ๓, บ้านดงหมู่3", "Ban Dong, BAN-DONG"
    })
    void makesNamesThatReadAlikeTheSame(String one, String other) {
        assertThat(NameFold.fold(one)).isEqualTo(NameFold.fold(other));
    }

    @Test
    void keepsOtherNamesApart() {
        assertThat(NameFold.likeness(NameFold.first("มานะ"), NameFold.first("มานี"))).isLessThan(0.8);
        assertThat(NameFold.likeness(NameFold.first("สมชาย"), NameFold.first("สมหมาย"))).isLessThan(0.8);
        assertThat(NameFold.likeness(NameFold.fold("กลุ่มบ้านดงหมู่ 3"), NameFold.fold("กลุ่มบ้านดงหมู่ 4"))).isZero();
    }

    @Test
    void findsSlipsOfTheHandInLongNames() {
        assertThat(NameFold.likeness(NameFold.fold("กัลยาณมิตร"), NameFold.fold("กัลยานมิดร"))).isGreaterThan(0.8);
        assertThat(NameFold.likeness(NameFold.fold("ประเสริฐสุข"), NameFold.fold("ประเสริฐสขุ"))).isGreaterThan(0.8);
        assertThat(NameFold.skeleton(NameFold.fold("มาลี"))).isEqualTo(NameFold.skeleton(NameFold.fold("เมลา")));
    }
}
