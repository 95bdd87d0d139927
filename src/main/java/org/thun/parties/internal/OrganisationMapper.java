package org.thun.parties.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.parties.PartyPart;

@Mapper
interface OrganisationMapper {

    String ORGANISATION = """
            SELECT o.id, o.code, o.abbreviation, o.name_th, o.name_en, o.bank_name, o.account_number, o.account_name,
                   o.account_entered_by, o.account_entered_at, o.account_verified_by, o.account_verified_at
            FROM organisation_party o
            """;

    @Select(ORGANISATION + "WHERE o.id = #{id}")
    Optional<OrganisationRow> find(String id);

    @Select(ORGANISATION + "WHERE o.id = #{id} FOR UPDATE")
    Optional<OrganisationRow> lock(String id);

    @Select(ORGANISATION + "WHERE o.code = #{code}")
    Optional<OrganisationRow> findByCode(String code);

    @Select(ORGANISATION + "ORDER BY o.id")
    List<OrganisationRow> all();

    @Select(ORGANISATION + """
            JOIN programme_party p ON p.organisation_id = o.id
            WHERE p.programme_key = #{programmeKey} AND p.part = #{part}
            ORDER BY o.id
            """)
    List<OrganisationRow> ofProgramme(String programmeKey, PartyPart part);

    @Select("SELECT programme_key, organisation_id, part FROM programme_party ORDER BY programme_key, organisation_id, part")
    List<PartRow> parts();

    @Select("""
            SELECT programme_key, organisation_id, part FROM programme_party
            WHERE organisation_id = #{organisationId} ORDER BY programme_key, part
            """)
    List<PartRow> partsOf(String organisationId);

    @Insert("""
            INSERT INTO organisation_party (id, code, abbreviation, name_th, name_en, created_at)
            VALUES (#{row.id}, #{row.code}, #{row.abbreviation}, #{row.nameTh}, #{row.nameEn}, #{at})
            """)
    void insert(OrganisationRow row, LocalDateTime at);

    @Update("""
            UPDATE organisation_party SET abbreviation = #{abbreviation}, name_th = #{nameTh}, name_en = #{nameEn}
            WHERE id = #{id}
            """)
    void rename(OrganisationRow row);

    @Insert("""
            INSERT INTO programme_party (programme_key, organisation_id, part)
            VALUES (#{programmeKey}, #{organisationId}, #{part})
            """)
    void insertPart(PartRow part);

    @Delete("""
            DELETE FROM programme_party
            WHERE programme_key = #{programmeKey} AND organisation_id = #{organisationId} AND part = #{part}
            """)
    void deletePart(PartRow part);

    @Update("""
            UPDATE organisation_party
            SET bank_name = #{account.bankName}, account_number = #{account.accountNumber},
                account_name = #{account.accountName}, account_entered_by = #{by}, account_entered_at = #{at},
                account_verified_by = NULL, account_verified_at = NULL
            WHERE id = #{id}
            """)
    void enterAccount(String id, NewBankAccount account, String by, LocalDateTime at);

    @Update("UPDATE organisation_party SET account_verified_by = #{by}, account_verified_at = #{at} WHERE id = #{id}")
    void verifyAccount(String id, String by, LocalDateTime at);

    /** A row of {@code programme_party}. */
    record PartRow(String programmeKey, String organisationId, PartyPart part) {}
}
