package org.thun.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileKindTests {

    @Test
    void tellsFilesByWhatIsInThem() throws IOException {
        assertThat(FileKind.of("%PDF-1.4".getBytes())).contains(FileKind.PDF);
        assertThat(FileKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0})).contains(FileKind.PNG);
        assertThat(FileKind.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})).contains(FileKind.JPEG);
        assertThat(FileKind.of(zip("a.txt"))).contains(FileKind.ZIP);
        assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
    }

    @Test
    void readsTablesInBothThaiEncodings() {
        assertThat(FileKind.of("ชื่อ,จังหวัด\r\nมานี,แพร่".getBytes(StandardCharsets.UTF_8))).contains(FileKind.CSV);
        assertThat(FileKind.of("ชื่อ,จังหวัด".getBytes(Charset.forName("x-windows-874")))).contains(FileKind.CSV);
    }

    @Test
    void refusesMacrosPagesProgramsAndBrokenArchives() throws IOException {
        assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"))).isEmpty();
        assertThat(FileKind.of(zip("[Content_Types].xml", "ppt/presentation.xml"))).isEmpty();
        assertThat(FileKind.of("  <html>".getBytes())).isEmpty();
        assertThat(FileKind.of(new byte[] {'M', 'Z', 0, 1})).isEmpty();
        assertThat(FileKind.of(new byte[] {'P', 'K', 3, 4, 0, 0})).isEmpty();
    }

    @Test
    void givesNamesTheEndingOfTheirContent() {
        assertThat(FileKind.PDF.named("report.PDF")).isEqualTo("report.PDF");
        assertThat(FileKind.PDF.named("report.exe")).isEqualTo("report.exe.pdf");
        assertThat(FileKind.JPEG.named("photo.jpeg")).isEqualTo("photo.jpeg");
        assertThat(FileKind.ZIP.named("all")).isEqualTo("all.zip");
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
