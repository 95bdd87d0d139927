package org.thun.demo.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;

/** The people of the demonstration. All of them are made up. */
enum DemoPerson {
    GL(Role.GL, "สมศรี ตัวอย่าง", "Somsri Tuayang"),
    GC(Role.GC, "วิชัย สมมติ", "Wichai Sommut"),
    GF(Role.GF, "อรุณี สมมติ", "Arunee Sommut"),
    CC(Role.CC, "คำปัน สมมติ", "Khampan Sommut"),
    CD(Role.CD, "บัวผัน ตัวอย่าง", "Buaphan Tuayang"),
    MT(Role.MT, "ประเสริฐ ตัวอย่าง", "Prasert Tuayang"),
    RV(Role.RV, "นภา สมมติ", "Napha Sommut"),
    PO(Role.PO, "พิมพ์ใจ ตัวอย่าง", "Pimjai Tuayang"),
    AP(Role.AP, "ธีระ สมมติ", "Theera Sommut"),
    PR(Role.PR, "รศ.ดร.กมล ตัวอย่าง", "Assoc. Prof. Kamol Tuayang"),
    PR2(Role.PR, "ดร.จินตนา สมมติ", "Dr Jintana Sommut"),
    EV(Role.EV, "ผศ.ดร.ชลธี ตัวอย่าง", "Asst. Prof. Chonlatee Tuayang"),
    EV2(Role.EV, "ดร.มานพ สมมติ", "Dr Manop Sommut"),
    EM(Role.EM, "สุดารัตน์ ตัวอย่าง", "Sudarat Tuayang"),
    FM(Role.FM, "ปรียา สมมติ", "Preeya Sommut"),
    FA(Role.FA, "ณรงค์ ตัวอย่าง", "Narong Tuayang"),
    AU(Role.AU, "วรรณา สมมติ", "Wanna Sommut"),
    FR(Role.FR, "ศิริพร ตัวอย่าง", "Siriporn Tuayang"),
    SA(Role.SA, "ผู้ดูแลระบบ (ตัวอย่าง)", "System administrator (demo)");

    /** The one password of all demonstration accounts; it is shown on the sign-in page. */
    static final String PASSWORD = "thun-demo";

    private final Role role;
    private final LocalizedText fullName;

    DemoPerson(Role role, String th, String en) {
        this.role = role;
        this.fullName = new LocalizedText(th, en);
    }

    Role role() {
        return role;
    }

    LocalizedText fullName() {
        return fullName;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DemoPerson> of(String username) {
        return Arrays.stream(values()).filter(person -> person.username().equals(username)).findFirst();
    }

    static List<DemoPerson> holding(Role role) {
        return Arrays.stream(values()).filter(person -> person.role == role).toList();
    }
}
