package org.thun.imports.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ImportField;
import org.thun.imports.ImportField.Kind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.LawfulGround;
import org.thun.registry.RegisterLists;
import org.thun.shared.LocalizedText;

/** Which fields of a register a column can fill: those of its entry form, and the number in the source. */
@Component
class Fields {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final MessageSource messages;

    Fields(MessageSource messages) {
        this.messages = messages;
    }

    static boolean personal(Register register) {
        return register == Register.PERSON || register == Register.COURSE_COMPLETION;
    }

    List<ImportField> of(ProgrammeDefinition definition, Register register) {
        List<ImportField> fields = new ArrayList<>();
        boolean personal = personal(register);
        fields.add(plain(ColumnMapping.SOURCE_KEY, "imports.field.sourceKey", Kind.TEXT, false));
        fields.add(plain("name", personal ? "registry.field.firstName" : "registry.field.name." + register, Kind.TEXT, true));
        if (personal) {
            fields.add(plain("surname", "registry.field.surname", Kind.TEXT, true));
        }
        addCodes(fields, "categoryCode", "registry.field.categoryCode." + register, definition,
                RegisterLists.categoryList(definition, register), true);
        addCodes(fields, "channelCode", "registry.field.channelCode", definition,
                RegisterLists.channelList(definition, register), true);
        if (register == Register.PERSON) {
            addRoles(fields, definition);
        }
        if (register == Register.COURSE_COMPLETION) {
            fields.add(plain("roundNo", "registry.field.roundNo", Kind.NUMBER, true));
        }
        fields.add(plain("datedOn", "registry.field.datedOn." + register, Kind.DATE, true));
        if (register == Register.KNOWLEDGE || register == Register.CAMPAIGN_ISSUE) {
            fields.add(plain("link", "registry.field.link", Kind.TEXT, false));
        }
        if (personal) {
            addCodes(fields, "sexCode", "registry.field.sexCode", definition, RegisterLists.SEX, false);
            fields.add(plain("birthYear", "registry.field.birthYear", Kind.YEAR, false));
            fields.add(plain("citizenNumber", "registry.field.citizenNumber", Kind.TEXT, false));
        }
        fields.add(plain("subdistrict", "registry.field.subdistrict", Kind.TEXT, false));
        fields.add(plain("district", "registry.field.district", Kind.TEXT, false));
        fields.add(plain("source", "registry.field.source", Kind.TEXT, false));
        if (personal) {
            fields.add(new ImportField("ground", "registry.field.ground", null, Kind.CODE, true, grounds()));
            fields.add(plain("consentedOn", "registry.field.consentedOn", Kind.DATE, false));
            fields.add(plain("purposeTold", "registry.field.purposeTold", Kind.YES_NO, true));
        }
        fields.add(plain("nameEn", "registry.field.nameEn", Kind.TEXT, false));
        fields.add(plain("note", "registry.field.note", Kind.TEXT, false));
        return fields;
    }

    /** What a field is called in that language. */
    String label(ImportField field, Locale locale) {
        Object[] of = field.of() == null ? new Object[0] : new Object[] {field.of().in(locale)};
        return messages.getMessage(field.labelKey(), of, locale);
    }

    private void addRoles(List<ImportField> fields, ProgrammeDefinition definition) {
        List<CodeItem> roles = definition.list(ProgrammeDefinition.PERSON_ROLES);
        fields.add(new ImportField("roles", "registry.field.roles", null, Kind.CODES, true, roles));
        for (CodeItem role : roles) {
            List<CodeItem> details = RegisterLists.items(definition, RegisterLists.detailList(definition, role.code()));
            if (!details.isEmpty()) {
                fields.add(new ImportField("detail." + role.code(), "registry.field.detail", role.text(), Kind.CODE, false,
                        details));
            }
        }
    }

    private static void addCodes(List<ImportField> fields, String key, String labelKey, ProgrammeDefinition definition,
            String list, boolean required) {
        List<CodeItem> items = RegisterLists.items(definition, list);
        if (!items.isEmpty()) {
            fields.add(new ImportField(key, labelKey, null, Kind.CODE, required, items));
        }
    }

    private static ImportField plain(String key, String labelKey, Kind kind, boolean required) {
        return new ImportField(key, labelKey, null, kind, required, List.of());
    }

    private List<CodeItem> grounds() {
        return Arrays.stream(LawfulGround.values())
                .map(ground -> new CodeItem(ground.name(), text("registry.LawfulGround." + ground.name()), null, null))
                .toList();
    }

    /** A text of the bundles in both languages. */
    private LocalizedText text(String key) {
        return new LocalizedText(messages.getMessage(key, null, THAI), messages.getMessage(key, null, Locale.ENGLISH));
    }

    static Map<String, ImportField> byKey(List<ImportField> fields) {
        return fields.stream().collect(Collectors.toMap(ImportField::key, field -> field));
    }
}
