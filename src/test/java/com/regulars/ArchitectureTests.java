package com.regulars;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.OpenToAll;
import com.regulars.access.Requires;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of this code base as sentences; {@link ModularityTests} checks the walls between modules. */
class ArchitectureTests {

    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final int LONGEST_FILE = 300;

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.regulars");

    private static final DescribedPredicate<JavaMethod> HANDLERS =
            describe("handlers", method -> method.isMetaAnnotatedWith(RequestMapping.class));

    @Test
    void handlersSayWhoMayCallThem() {
        methods()
                .that(HANDLERS)
                .should()
                .beAnnotatedWith(Requires.class)
                .orShould()
                .beAnnotatedWith(OpenToAll.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Requires.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(OpenToAll.class)
                .check(CODE);
    }

    @Test
    void entitiesNeverReachAController() {
        DescribedPredicate<JavaMethod> showsEntity = describe(
                "show an entity",
                method -> Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .anyMatch(type -> type.isAnnotatedWith(Entity.class)));
        noMethods()
                .that(showsEntity)
                .should()
                .beDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .check(CODE);
    }

    @Test
    void entitiesHaveNoSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        DescribedPredicate<JavaMethodCall> now = describe(
                "now() without a clock",
                call -> call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty());
        noClasses().should().callMethodWhere(now).check(CODE);
    }

    @Test
    void moneyIsNeverAFloatingPointNumber() {
        DescribedPredicate<JavaClass> floating =
                describe("floating point", type -> FLOATING.contains(type.getFullName()));
        var elsewhere =
                new String[] {"..segment..", "..insight..", "..work..", "..demo.."}; // plots, file sizes, seasons
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(elsewhere)
                .should()
                .haveRawType(floating)
                .check(CODE);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(elsewhere)
                .should()
                .haveRawReturnType(floating)
                .check(CODE);
    }

    /** Each part of {@code staff} stands on the employee and on nobody beside it, but for the few it names. */
    @Test
    void thePartsOfStaffKeepToThemselves() {
        Map<String, Set<String>> mayUse = Map.of(
                "employee", Set.of(),
                "signin", Set.of("employee"),
                "administration", Set.of("employee"),
                "client", Set.of("employee"),
                "account", Set.of("employee", "signin"),
                "setup", Set.of("employee", "administration"));
        mayUse.keySet().forEach(part -> {
            var others = mayUse.keySet().stream()
                    .filter(other -> !other.equals(part) && !mayUse.get(part).contains(other))
                    .map(other -> "com.regulars.staff." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("com.regulars.staff." + part + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CODE);
        });
    }

    @Test
    void transactionsBeginInServices() {
        classes()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beMetaAnnotatedWith(Component.class)
                .andShould()
                .notBeMetaAnnotatedWith(Controller.class)
                .check(CODE);
        noMethods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .check(CODE);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        DescribedPredicate<JavaField> ofClasses =
                describe("of classes", field -> !field.getOwner().isRecord());
        noFields()
                .that(ofClasses)
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(CODE);
    }

    @Test
    void collaboratorsAreFinal() {
        fields().that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .beFinal()
                .check(CODE);
    }

    @Test
    void everyPackageSaysWhatItIsForAndAllowsNoNulls() {
        var silent = javaFiles()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !explains(folder))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void noFileIsLongerThanOneCanRead() {
        assertThat(javaFiles().filter(file -> lines(file).size() > LONGEST_FILE).toList())
                .isEmpty();
    }

    @Test
    void nothingIsLeftToDo() {
        assertThat(javaFiles()
                        .filter(file ->
                                lines(file).stream().anyMatch(line -> line.contains("TODO") || line.contains("FIXME")))
                        .toList())
                .isEmpty();
    }

    private static boolean explains(Path folder) {
        Path file = folder.resolve("package-info.java");
        return Files.exists(file)
                && lines(file).stream().anyMatch(line -> line.startsWith("@NullMarked"))
                && lines(file).stream().anyMatch(line -> line.startsWith("/**"));
    }

    private static Stream<Path> javaFiles() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
