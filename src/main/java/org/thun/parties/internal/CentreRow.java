package org.thun.parties.internal;

import java.time.LocalDate;
import org.thun.parties.Centre;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CentreDefinition.CentreKind;
import org.thun.shared.LocalizedText;

/** A row of {@code centre}. */
record CentreRow(
        String id,
        String programmeKey,
        String code,
        CentreKind kind,
        String nameTh,
        String nameEn,
        String region,
        String regionNameTh,
        String regionNameEn,
        String provinceCode,
        LocalDate activeFrom,
        LocalDate activeTo) {

    static CentreRow of(
            String id, String programmeKey, CentreDefinition centre, LocalizedText region, LocalDate activeFrom) {
        return new CentreRow(id, programmeKey, centre.code(), centre.kind(), centre.name().th(), centre.name().en(),
                centre.region(), region.th(), region.en(), centre.provinceCode(), activeFrom, null);
    }

    CentreRow until(LocalDate day) {
        return new CentreRow(id, programmeKey, code, kind, nameTh, nameEn, region, regionNameTh, regionNameEn,
                provinceCode, activeFrom, day);
    }

    Centre toCentre() {
        return new Centre(id, programmeKey, code, kind, new LocalizedText(nameTh, nameEn), region,
                new LocalizedText(regionNameTh, regionNameEn), provinceCode, activeFrom, activeTo);
    }
}
