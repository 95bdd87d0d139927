package org.thun.disbursement.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.disbursement.PaymentRequest;
import org.thun.disbursement.Voucher;
import org.thun.disbursement.VoucherState;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** Requests and vouchers. */
@Mapper
interface PaymentMapper {

    /** One row of {@code payment_voucher}. */
    record VoucherRow(
            String id,
            String trancheId,
            String grantId,
            String voucherNo,
            LocalDate voucherOn,
            VoucherState state,
            String payeeTh,
            String payeeEn,
            String bankName,
            String accountNumber,
            String accountName,
            Money amount,
            String amountWords,
            String authorityTh,
            String authorityEn,
            boolean resolutionNeeded,
            String resolutionNo,
            String madeBy,
            LocalDateTime madeAt,
            String firstKeyBy,
            LocalDateTime firstKeyAt,
            String secondKeyBy,
            LocalDateTime secondKeyAt,
            String bankReference,
            String voidReason) {

        Voucher toVoucher() {
            LocalizedText authority = authorityTh == null ? null : new LocalizedText(authorityTh, authorityEn);
            return new Voucher(id, voucherNo, voucherOn, state, new LocalizedText(payeeTh, payeeEn), bankName,
                    accountNumber, accountName, amount, amountWords, authority, resolutionNeeded, resolutionNo, madeBy,
                    madeAt, firstKeyBy, firstKeyAt, secondKeyBy, secondKeyAt, bankReference, voidReason);
        }
    }

    @Select("""
            SELECT amount, purpose, next_activities, prepared_by, prepared_at, signed_by, signed_at, return_reason
            FROM payment_request WHERE tranche_id = #{trancheId}
            """)
    Optional<PaymentRequest> request(String trancheId);

    /** The tranche whose request of that grant is open. */
    @Select("SELECT tranche_id FROM payment_request WHERE open_key = #{grantId}")
    Optional<String> openRequestOf(String grantId);

    @Insert("""
            INSERT INTO payment_request (id, tranche_id, grant_id, open_key, amount, purpose, next_activities, prepared_by,
                                         prepared_at)
            VALUES (#{id}, #{trancheId}, #{grantId}, #{grantId}, #{amount}, #{purpose}, #{nextActivities}, #{by}, #{at})
            """)
    void insertRequest(
            String id,
            String trancheId,
            String grantId,
            Money amount,
            String purpose,
            String nextActivities,
            String by,
            LocalDateTime at);

    @Update("""
            UPDATE payment_request SET amount = #{amount}, purpose = #{purpose}, next_activities = #{nextActivities},
                                       prepared_by = #{by}, prepared_at = #{at}, signed_by = NULL, signed_at = NULL
            WHERE tranche_id = #{trancheId} AND open_key IS NOT NULL
            """)
    int rewriteRequest(
            String trancheId, Money amount, String purpose, String nextActivities, String by, LocalDateTime at);

    @Update("UPDATE payment_request SET signed_by = #{by}, signed_at = #{at} WHERE tranche_id = #{trancheId}")
    void signRequest(String trancheId, String by, LocalDateTime at);

    @Update("""
            UPDATE payment_request SET return_reason = #{reason}, signed_by = NULL, signed_at = NULL
            WHERE tranche_id = #{trancheId}
            """)
    void returnRequest(String trancheId, String reason);

    @Update("UPDATE payment_request SET open_key = NULL WHERE tranche_id = #{trancheId}")
    void closeRequest(String trancheId);

    @Insert("""
            INSERT INTO payment_voucher (id, tranche_id, grant_id, voucher_no, voucher_on, state, payee_th, payee_en,
                                         bank_name, account_number, account_name, amount, amount_words,
                                         resolution_needed, made_by, made_at)
            VALUES (#{id}, #{trancheId}, #{grantId}, #{voucherNo}, #{voucherOn}, #{state}, #{payeeTh}, #{payeeEn},
                    #{bankName}, #{accountNumber}, #{accountName}, #{amount}, #{amountWords}, #{resolutionNeeded},
                    #{madeBy}, #{madeAt})
            """)
    void insertVoucher(VoucherRow voucher);

    @Select("SELECT COUNT(*) FROM payment_voucher WHERE voucher_no = #{voucherNo}")
    int vouchersNumbered(String voucherNo);

    @Select("""
            SELECT id, tranche_id, grant_id, voucher_no, voucher_on, state, payee_th, payee_en, bank_name, account_number,
                   account_name, amount, amount_words, authority_th, authority_en, resolution_needed, resolution_no,
                   made_by, made_at, first_key_by, first_key_at, second_key_by, second_key_at, bank_reference, void_reason
            FROM payment_voucher WHERE tranche_id = #{trancheId} ORDER BY id DESC LIMIT 1
            """)
    Optional<VoucherRow> voucher(String trancheId);

    @Update("""
            UPDATE payment_voucher
            SET state = 'FIRST_KEY', first_key_by = #{by}, first_key_at = #{at}, authority_th = #{authority.th},
                authority_en = #{authority.en}, resolution_needed = #{resolutionNeeded}
            WHERE id = #{id} AND state = 'MADE'
            """)
    int turnFirstKey(String id, String by, LocalDateTime at, LocalizedText authority, boolean resolutionNeeded);

    @Update("""
            UPDATE payment_voucher
            SET state = 'ORDERED', second_key_by = #{by}, second_key_at = #{at}, resolution_no = #{resolutionNo}
            WHERE id = #{id} AND state = 'FIRST_KEY'
            """)
    int turnSecondKey(String id, String by, LocalDateTime at, String resolutionNo);

    @Update("""
            UPDATE payment_voucher SET state = 'PAID', bank_reference = #{bankReference}
            WHERE id = #{id} AND state = 'ORDERED'
            """)
    int pay(String id, String bankReference);

    @Update("""
            UPDATE payment_voucher SET state = 'VOID', void_reason = #{reason}
            WHERE id = #{id} AND state NOT IN ('PAID', 'VOID')
            """)
    int voidVoucher(String id, String reason);
}
