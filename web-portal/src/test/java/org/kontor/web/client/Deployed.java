package org.kontor.web.client;

import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.web.rest.Endpoints;

/** What answers at an address of the client area: a view with its actions, or a servlet. */
record Deployed(ClientPage page) {

  private static final Path VIEWS = Path.of("src/main/webapp");
  private static final Path SOURCES = Path.of("src/main/java");

  /**
   * {@code bean="#{pay}" method="paid"}, {@code ask="#{keys}" method="add"}, {@code
   * action="#{page.end(s)}"}, {@code listener=…}.
   */
  private static final Pattern BUTTON =
      Pattern.compile("(?:bean|ask)=\"#\\{(\\w+)}\"\\s+method=\"(\\w+)\"");

  private static final Pattern EXPRESSION =
      Pattern.compile("(?:action|actionListener|listener)=\"#\\{(\\w+)\\.(\\w+)[^\"]*\"");

  private static final Pattern BEAN = Pattern.compile("#\\{[^}]*?\\b([a-z]\\w+)\\.");

  private static final Pattern INCLUDED = Pattern.compile("<ui:include src=\"(/WEB-INF/[^\"]+)\"");

  /** What a bean leaves to another one, or has from a common one. */
  private static final Pattern LEFT_TO =
      Pattern.compile("@Inject(?: private)?(?: transient)? (\\w+) \\w+;|\\bextends (\\w+)");

  /** How a view or a bean names a parameter of its address. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "<f:viewParam name=\"([\\w:]+)\"|\\bparam\\.(\\w+)|(?:getParameter(?:Values)?|asked[.]apply)\\(\"([\\w:]+)\"\\)"
              + "|getOrDefault\\(\"(\\w+)\"");

  private static final Pattern TAKEN_BY_NAME =
      Pattern.compile("(?:getParameter|name\\.startsWith)\\(([A-Z]\\w*)\\)");

  private Path view() {
    return VIEWS.resolve(page.path().substring(1) + ".xhtml");
  }

  boolean isView() {
    return Files.exists(view());
  }

  /** {@code bean.method} of all that its forms can call. */
  Set<String> actions() {
    Set<String> found = new TreeSet<>();
    if (isView()) {
      String text = shown();
      for (Pattern pattern : Set.of(BUTTON, EXPRESSION)) {
        Matcher named = pattern.matcher(text);
        while (named.find()) {
          found.add(named.group(1) + "." + named.group(2));
        }
      }
    }
    return found;
  }

  /** Its view with what that includes. */
  private String shown() {
    String text = read(view());
    StringBuilder whole = new StringBuilder(text);
    Matcher part = INCLUDED.matcher(text);
    while (part.find()) {
      whole.append(read(VIEWS.resolve(part.group(1).substring(1))));
    }
    return whole.toString();
  }

  /** Which requests its servlet answers. */
  Set<String> verbs() {
    return servlet().stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .map(Method::getName)
        .filter(name -> name.matches("do(Get|Post|Put|Delete)"))
        .map(name -> name.substring(2).toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Names of the parameters that its address can take, whichever bean of its request reads them.
   */
  Set<String> takes() {
    Set<String> found = new TreeSet<>();
    Set<String> beans = new TreeSet<>();
    if (isView()) {
      String text = shown();
      collect(text, found);
      Matcher bean = BEAN.matcher(text);
      while (bean.find()) {
        follow(bean.group(1), beans, found);
      }
    } else {
      servlet().ifPresent(type -> follow(type.getSimpleName(), beans, found));
    }
    return found;
  }

  private static void follow(String bean, Set<String> known, Set<String> found) {
    Optional<Path> source =
        known.add(bean.toLowerCase(Locale.ROOT)) ? source(bean) : Optional.empty();
    if (source.isEmpty()) {
      return;
    }
    String text = read(source.get());
    collect(text, found);
    Matcher other = LEFT_TO.matcher(text);
    while (other.find()) {
      follow(other.group(1) == null ? other.group(2) : other.group(1), known, found);
    }
  }

  private Optional<Class<?>> servlet() {
    return Endpoints.compiled()
        .filter(type -> type.isAnnotationPresent(WebServlet.class))
        .filter(type -> Set.of(type.getAnnotation(WebServlet.class).value()).contains(page.path()))
        .findFirst();
  }

  private static void collect(String text, Set<String> into) {
    Matcher name = TAKEN.matcher(text);
    while (name.find()) {
      for (int group = 1; group <= name.groupCount(); group++) {
        if (name.group(group) != null) {
          into.add(name.group(group));
        }
      }
    }
    Matcher constant = TAKEN_BY_NAME.matcher(text);
    while (constant.find()) {
      Matcher value =
          Pattern.compile("String " + constant.group(1) + " = \"([^\"]+)\"").matcher(text);
      if (value.find()) {
        into.add(value.group(1));
      }
    }
  }

  private static Optional<Path> source(String bean) {
    String file = bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1) + ".java";
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(path -> path.getFileName().toString().equals(file)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
