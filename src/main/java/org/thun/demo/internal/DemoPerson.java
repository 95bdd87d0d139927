package org.thun.demo.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;

/** The people of the demonstration. All of them are made up. */
enum DemoPerson {
    GL(Role.GL, "สมศรี ตัวอย่าง", "Somsri Tuayang", "ลงนามแทนผู้รับทุน ส่งรายงานงวด", "signs for the grantee, submits period reports"),
    GC(Role.GC, "วิชัย สมมติ", "Wichai Sommut", "วางแผนและรายงานกิจกรรม", "plans and reports activities"),
    GF(Role.GF, "อรุณี สมมติ", "Arunee Sommut", "ขอเบิกงวดเงิน ยืนยันการรับเงิน", "asks for tranches, confirms receipts"),
    CC(Role.CC, "คำปัน สมมติ", "Khampan Sommut", "ดูแลข้อมูลของศูนย์เชียงใหม่", "looks after the records of the Chiang Mai centre"),
    CD(Role.CD, "บัวผัน ตัวอย่าง", "Buaphan Tuayang", "บันทึกข้อมูลของศูนย์เชียงใหม่", "enters records of the Chiang Mai centre"),
    MT(Role.MT, "ประเสริฐ ตัวอย่าง", "Prasert Tuayang", "ตรวจรายงานกิจกรรมและรายงานงวด", "checks activity and period reports"),
    RV(Role.RV, "นภา สมมติ", "Napha Sommut", "ตรวจรับรองข้อมูลทะเบียน", "verifies register records"),
    PO(Role.PO, "พิมพ์ใจ ตัวอย่าง", "Pimjai Tuayang", "อนุมัติกิจกรรม กลั่นกรองข้อเสนอ", "approves activities, screens proposals"),
    AP(Role.AP, "ธีระ สมมติ", "Theera Sommut", "ตัดสินข้อเสนอ ลงนาม กุญแจที่สอง", "decides proposals, signs, holds the second key"),
    PR(Role.PR, "รศ.ดร.กมล ตัวอย่าง", "Assoc. Prof. Kamol Tuayang", "พิจารณาข้อเสนอโครงการ", "reviews proposals"),
    PR2(Role.PR, "ดร.จินตนา สมมติ", "Dr Jintana Sommut", "พิจารณาข้อเสนอโครงการ", "reviews proposals"),
    EV(Role.EV, "ผศ.ดร.ชลธี ตัวอย่าง", "Asst. Prof. Chonlatee Tuayang", "ประเมินระยะกลางโครงการ", "files the mid-term assessment"),
    EV2(Role.EV, "ดร.มานพ สมมติ", "Dr Manop Sommut", "ผู้ประเมินสำรอง", "stands by as evaluator"),
    EM(Role.EM, "สุดารัตน์ ตัวอย่าง", "Sudarat Tuayang", "มอบหมายและรับรองการประเมิน", "assigns and approves evaluations"),
    FM(Role.FM, "ปรียา สมมติ", "Preeya Sommut", "จัดทำใบสำคัญ บันทึกการจ่าย", "makes vouchers, records payments"),
    FA(Role.FA, "ณรงค์ ตัวอย่าง", "Narong Tuayang", "อนุมัติจ่าย กุญแจที่หนึ่ง", "approves payments, holds the first key"),
    AU(Role.AU, "วรรณา สมมติ", "Wanna Sommut", "อ่านทุกอย่าง ตรวจร่องรอย", "reads everything, checks the trail"),
    FR(Role.FR, "ศิริพร ตัวอย่าง", "Siriporn Tuayang", "อ่านตัวชี้วัด รับรายงานติดตามผล", "reads indicators, downloads monitoring reports"),
    SA(Role.SA, "ผู้ดูแลระบบ (ตัวอย่าง)", "System administrator (demo)", "เลื่อนนาฬิกาฝึกหัด ดูแลบัญชีผู้ใช้", "moves the training clock, looks after accounts");

    /** The one password of all demonstration accounts; it is shown on the sign-in page. */
    static final String PASSWORD = "thun-demo";

    private final Role role;
    private final LocalizedText fullName;
    private final LocalizedText work;

    DemoPerson(Role role, String th, String en, String workTh, String workEn) {
        this.role = role;
        this.fullName = new LocalizedText(th, en);
        this.work = new LocalizedText(workTh, workEn);
    }

    Role role() {
        return role;
    }

    LocalizedText fullName() {
        return fullName;
    }

    /** What there is to see and do for this person. */
    LocalizedText work() {
        return work;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<DemoPerson> holding(Role role) {
        return Arrays.stream(values()).filter(person -> person.role == role).toList();
    }
}
