package org.kontor.system.rules;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the compiled tests of all modules say that they prove, read without loading a class. */
final class Proofs {

  private static final String PROVES = "org.kontor.domain.rules.Proves";
  private static final Set<String> TESTS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.RepeatedTest",
          "org.junit.jupiter.api.TestFactory",
          "org.junit.jupiter.api.TestTemplate",
          "org.junit.jupiter.params.ParameterizedTest");
  private static final Pattern NAMED = Pattern.compile("^S(\\d)_(\\d+)_");

  private final Set<String> known;
  private final Map<String, Set<String>> tests = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private Proofs(Set<String> known) {
    this.known = known;
  }

  /**
   * @param root the checkout
   * @param known ids of all rules
   */
  static Proofs in(Path root, Set<String> known) throws IOException {
    Proofs proofs = new Proofs(known);
    for (Path module : modules(root)) {
      Path compiled = module.resolve("target/test-classes");
      if (Files.isDirectory(compiled)) {
        classes(compiled).forEach(proofs::read);
      } else {
        proofs.faults.add(
            root.relativize(module) + " has tests that are not compiled: build all modules");
      }
    }
    return proofs;
  }

  /** Names of the tests, {@code SimpleClassName.method}, by rule id. */
  Map<String, Set<String>> tests() {
    return tests;
  }

  /** What is wrong with the annotations themselves. */
  List<String> faults() {
    return faults;
  }

  /** Without what the tests use: only their own names and annotations are read. */
  private static JavaClasses classes(Path compiled) {
    return ArchConfiguration.withThreadLocalScope(
        (ArchConfiguration configuration) -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return new ClassFileImporter().importPath(compiled);
        });
  }

  private static List<Path> modules(Path root) throws IOException {
    try (Stream<Path> level = Files.walk(root, 2)) {
      return level
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .filter(folder -> Files.isDirectory(folder.resolve("src/test/java")))
          .sorted()
          .toList();
    }
  }

  private void read(JavaClass type) {
    Set<String> ofType = ids(type.tryGetAnnotationOfType(PROVES));
    type.getMethods().stream()
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .forEach(method -> read(type, method, ofType));
  }

  private void read(JavaClass type, JavaMethod method, Set<String> ofType) {
    boolean isTest = TESTS.stream().anyMatch(method::isAnnotatedWith);
    String name = type.getSimpleName() + "." + method.getName();
    Set<String> own = ids(method.tryGetAnnotationOfType(PROVES));
    if (!own.isEmpty() && !isTest) {
      faults.add(name + " proves something and is no test");
    }
    if (!isTest) {
      return;
    }
    Set<String> all = new TreeSet<>(ofType);
    all.addAll(own);
    Matcher named = NAMED.matcher(method.getName());
    if (named.find() && !all.contains("S" + named.group(1) + "." + named.group(2))) {
      faults.add(name + " is named after a rule that its @Proves does not give: " + all);
    }
    for (String id : all) {
      if (known.contains(id)) {
        tests.computeIfAbsent(id, key -> new TreeSet<>()).add(name);
      } else {
        faults.add(name + " proves " + id + ", which is no rule");
      }
    }
  }

  private static Set<String> ids(Optional<? extends JavaAnnotation<?>> proves) {
    return proves
        .map(annotation -> Set.of((String[]) annotation.getProperties().get("value")))
        .orElse(Set.of());
  }
}
