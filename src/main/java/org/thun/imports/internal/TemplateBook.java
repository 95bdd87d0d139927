package org.thun.imports.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ImportField;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.Programmes;

/** An empty workbook of a register: headings that are recognised when it comes back, how to fill them, and the code lists. */
@Component
class TemplateBook {

    private static final String REQUIRED = "FDE9D9";
    private static final String OPTIONAL = "EAF1F8";
    private static final double WIDTH = 22;
    private static final double HINT_WIDTH = 60;

    private final Fields fields;
    private final Programmes programmes;
    private final MessageSource messages;

    TemplateBook(Fields fields, Programmes programmes, MessageSource messages) {
        this.fields = fields;
        this.programmes = programmes;
        this.messages = messages;
    }

    void write(Grant grant, Register register, Locale locale, OutputStream out) throws IOException {
        List<ImportField> columns =
                fields.of(programmes.version(grant.programmeKey(), grant.programmeVersion()), register);
        Workbook book = new Workbook(out, "Thun", "1.0");
        Worksheet rows = book.newWorksheet(text("imports.template.rows", locale));
        Worksheet help = book.newWorksheet(text("imports.template.help", locale));
        Worksheet lists = book.newWorksheet(text("imports.template.lists", locale));
        help.width(0, WIDTH);
        help.width(1, WIDTH);
        help.width(2, HINT_WIDTH);
        head(help, 0, text("imports.template.column", locale));
        head(help, 1, text("imports.template.required", locale));
        head(help, 2, text("imports.template.how", locale));
        int list = 0;
        for (int i = 0; i < columns.size(); i++) {
            ImportField field = columns.get(i);
            String label = fields.label(field, locale);
            rows.value(0, i, label);
            rows.style(0, i).bold().fillColor(field.required() ? REQUIRED : OPTIONAL).set();
            rows.width(i, WIDTH);
            help.value(i + 1, 0, label);
            help.value(i + 1, 1, text(field.required() ? "web.yes" : "web.no", locale));
            help.value(i + 1, 2, text(field.key().equals(ColumnMapping.SOURCE_KEY)
                    ? "imports.template.how.sourceKey"
                    : "imports.template.how." + field.kind(), locale));
            if (!field.items().isEmpty()) {
                list(lists, list, label, field.items());
                list += 4;
            }
        }
        rows.freezePane(0, 1);
        book.finish();
    }

    /** A code list in three columns: what may be typed is any of them. */
    private static void list(Worksheet lists, int column, String label, List<CodeItem> items) {
        head(lists, column, label);
        for (int i = 0; i < items.size(); i++) {
            CodeItem item = items.get(i);
            lists.value(i + 1, column, item.text().th());
            lists.value(i + 1, column + 1, item.text().en());
            lists.value(i + 1, column + 2, item.code());
        }
        for (int i = 0; i < 3; i++) {
            lists.width(column + i, WIDTH);
        }
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().set();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
