package org.thun;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house that a compiler does not check. */
class ArchitectureTests {

    private static final Path MAIN = Path.of("src/main/java/org/thun");
    private static final JavaClasses THUN =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.thun");

    @Test
    void modulesUseOnlyEachOthersDoors() {
        ApplicationModules.of(ThunApplication.class).verify();
    }

    @Test
    void onlyWorkflowAndProcessPackagesKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.thun.workflow..", "org.thun..process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(THUN);
    }

    @Test
    void engineInternalsAreTouchedOnlyInItsConfiguration() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.thun.workflow.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..impl..")
                .check(THUN);
    }

    @Test
    void nobodyReadsTheMachinesClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ShiftableClock")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(THUN);
    }

    @Test
    void mappersAndDelegatesStayInTheirRooms() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Mapper")
                .or()
                .haveSimpleNameEndingWith("Delegate")
                .should()
                .bePackagePrivate()
                .check(THUN);
    }

    @Test
    void moneyNeverFloats() {
        noClasses()
                .that()
                .resideInAnyPackage("org.thun.disbursement..", "org.thun.grants..", "org.thun.proposals..",
                        "org.thun.progress..", "org.thun.closeout..", "org.thun.activities..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.equivalentTo(Double.class))
                .orShould()
                .dependOnClassesThat(JavaClass.Predicates.equivalentTo(Float.class))
                .check(THUN);
    }

    /** A table belongs to the module after which its migration is named; the SQL of others must not name it. */
    @Test
    void everyTableHasOneOwner() throws IOException {
        Map<String, String> owners = tableOwners();
        TreeSet<String> trespasses = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(MAIN)) {
            sources.filter(file -> file.getFileName().toString().endsWith("Mapper.java")).forEach(file -> {
                String module = MAIN.relativize(file).getName(0).toString();
                Matcher named = Pattern.compile("(?i)\\b(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z_]+)\\b").matcher(read(file));
                while (named.find()) {
                    String owner = owners.get(named.group(1));
                    if (owner != null && !owner.equals(module)) {
                        trespasses.add(file + " names " + named.group(1) + " of " + owner);
                    }
                }
            });
        }
        assertThat(owners).hasSizeGreaterThan(10);
        assertThat(trespasses).isEmpty();
    }

    private static Map<String, String> tableOwners() throws IOException {
        Map<String, String> owners = new TreeMap<>();
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            migrations.forEach(file -> {
                String module = file.getFileName().toString().replaceAll("V[\\d._]+__|_.*|\\.sql", "").replace("clock", "workflow");
                Matcher made = Pattern.compile("CREATE TABLE ([a-z_]+)").matcher(read(file));
                while (made.find()) {
                    owners.put(made.group(1), module);
                }
            });
        }
        return owners;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
