package dev.weft;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.weft.run.Ticker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    @Test
    void noPackageDependsOnItself() {
        slices().matching("dev.weft.(*)..").should().beFreeOfCycles().check(WeftClasses.ALL);
    }

    /// A sealed type may know its variants, and they know it.
    @Test
    void noClassDependsOnItself() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : WeftClasses.ALL) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(target -> target.getPackageName().startsWith("dev.weft"))
                    .filter(target -> !isVariant(target, type))
                    .map(ArchitectureTest::topLevel)
                    .filter(target -> !target.equals(topLevel(type)))
                    .forEach(
                            target ->
                                    uses.computeIfAbsent(topLevel(type), _ -> new TreeSet<>())
                                            .add(target));
        }
        Set<String> cycles = new TreeSet<>(uses.keySet());
        // A class is in no cycle if it uses none of the others, or none of them uses it.
        while (cycles.removeIf(
                each ->
                        Collections.disjoint(uses.getOrDefault(each, Set.of()), cycles)
                                || cycles.stream()
                                        .noneMatch(
                                                other ->
                                                        uses.getOrDefault(other, Set.of())
                                                                .contains(each)))) {}
        assertThat(cycles).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "software.amazon.awssdk.., store server",
        "org.gaul.., server",
        "jakarta.servlet.., server",
        "org.apache.commons.csv.., csv export",
        "org.apache.commons.statistics.., stats",
        "org.HdrHistogram.., run report",
        "java.lang.foreign.., probe screen",
        "org.knowm.xchart.., plot",
        "org.apache.batik.., plot",
        "jdk.jfr.., diagnose",
        "java.awt.., plot cli",
        "tools.jackson.., process runjson report export",
        "com.fasterxml.jackson.., process report",
        "org.jline.., process screen text",
        "picocli.., cli",
        "io.github.cdimascio.., cli"
    })
    void everyLibraryStaysInItsPackages(String library, String names) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(names))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(WeftClasses.ALL);
    }

    @Test
    void theServerKnowsNoClientOfS3() {
        noClasses()
                .that()
                .resideInAPackage("dev.weft.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon.awssdk.services.s3",
                        "software.amazon.awssdk.http..",
                        "software.amazon.awssdk.auth..")
                .check(WeftClasses.ALL);
    }

    @Test
    void intervalsAreMeasuredByTheTickerAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Ticker.class.getName())
                .should()
                .accessTargetWhere(system("nanoTime", "currentTimeMillis"))
                .check(WeftClasses.ALL);
    }

    @Test
    void theTimeIsReadFromAGivenClockAlone() {
        noClasses()
                .should()
                .accessTargetWhere(
                        on(Instant.class, "now")
                                .or(on(LocalDateTime.class, "now"))
                                .or(on(ZonedDateTime.class, "now"))
                                .or(on(Clock.class, "systemUTC")))
                .check(WeftClasses.ALL);
    }

    @Test
    void streamsEnvironmentAndExitBelongToTheEdges() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("cli session child"))
                .should()
                .accessTargetWhere(
                        system("out", "err", "in", "setOut", "setErr", "getenv", "exit")
                                .or(on(Runtime.class, "exit", "halt")))
                .check(WeftClasses.ALL);
    }

    @Test
    void nothingIsCalledGet() {
        methods()
                .that()
                .arePublic()
                .and(
                        DescribedPredicate.describe(
                                "are weft's own", ArchitectureTest::isNotInherited))
                .should()
                .haveNameNotMatching("get([A-Z].*)?")
                .check(WeftClasses.ALL);
    }

    @Test
    void noStateIsGlobal() {
        fields().that().areStatic().should().beFinal().check(WeftClasses.ALL);
    }

    @Test
    void noClassIsNamedUtil() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(WeftClasses.ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked =
                WeftClasses.ALL.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.isAnnotatedWith(NullMarked.class))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        assertThat(WeftClasses.ALL.stream().map(JavaClass::getPackageName))
                .hasSizeGreaterThan(100)
                .allMatch(marked::contains);
    }

    private static String topLevel(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static boolean isVariant(JavaClass variant, JavaClass of) {
        Class<?> whole = of.reflect();
        return whole.isSealed()
                && List.of(whole.getPermittedSubclasses()).contains(variant.reflect());
    }

    private static boolean isNotInherited(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .filter(type -> !type.getPackageName().startsWith("dev.weft"))
                .flatMap(type -> type.getMethods().stream())
                .noneMatch(inherited -> inherited.getName().equals(method.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> system(String... members) {
        return on(System.class, members);
    }

    private static DescribedPredicate<JavaAccess<?>> on(Class<?> owner, String... members) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + String.join("|", members),
                access ->
                        access.getTargetOwner().isEquivalentTo(owner)
                                && List.of(members).contains(access.getTarget().getName()));
    }

    private static String[] packages(String names) {
        return Stream.of(names.split(" ")).map("dev.weft.%s.."::formatted).toArray(String[]::new);
    }
}
