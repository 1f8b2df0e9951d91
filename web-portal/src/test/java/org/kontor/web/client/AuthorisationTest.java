package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.web.client.ClientPage.Need;
import org.kontor.web.client.ClientPage.Right;
import org.kontor.web.rest.Endpoints;
import org.kontor.web.rest.Scoped;

/**
 * Keeps {@code docs/authorisation.tsv} true (QUALITY S1): everything that the portal answers, and
 * who may ask for it. It is made from what is compiled, so that whatever is new stands in it, and
 * is looked at, before it can be built. {@code AuthorisationIT} walks it in the running server.
 */
class AuthorisationTest {

  private static final Path TABLE = Path.of("../docs/authorisation.tsv");
  private static final String NO = "no";

  /** Each standing that somebody can have in the client area, and what a page gives it. */
  private static final Map<String, Function<ClientPage, Right>> STANDINGS = new LinkedHashMap<>();

  static {
    for (Role role : Role.values()) {
      STANDINGS.put(role.name(), page -> page.of(role));
    }
    Position accountant = new Position(Role.STAFF, Set.of(FineRight.MONEY));
    STANDINGS.put("accountant", page -> page.rightOf(accountant));
    STANDINGS.put("no customer", page -> page.of(null));
  }

  @Test
  void the_table_says_of_all_that_is_deployed_who_may_ask_for_it() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "what\taddress\ttakes\tneeds\t"
            + String.join("\t", STANDINGS.keySet())
            + "\tstranger\tAPI key");
    Arrays.stream(ClientPage.values())
        .sorted(Comparator.comparing(ClientPage::path))
        .forEach(page -> lines.addAll(rows(page)));
    Endpoints.all().stream().map(AuthorisationTest::row).sorted().forEach(lines::add);
    String text = String.join("\n", lines) + "\n";
    if (!Files.exists(TABLE) || !text.equals(Files.readString(TABLE))) {
      Files.writeString(TABLE, text);
      fail(
          "docs/authorisation.tsv was out of date and has been written anew: look at it and commit");
    }
  }

  @Test
  void strangers_find_only_the_doors() {
    assertThat(Arrays.stream(ClientPage.values()).filter(ClientPage::isOpen))
        .extracting(ClientPage::path)
        .allMatch(
            path ->
                path.matches(
                    "/client/(sign-(in|out)|second|register|join|forgotten|welcome|language|help|accessibility|brand[.]css|logo[.]png)"));
  }

  private static List<String> rows(ClientPage page) {
    Deployed deployed = new Deployed(page);
    List<String> rows = new ArrayList<>();
    if (deployed.isView()) {
      rows.add(row("page", page, page.path(), deployed.takes(), false));
    }
    deployed
        .actions()
        .forEach(
            action -> rows.add(row("action", page, page.path() + " " + action, List.of(), true)));
    deployed
        .verbs()
        .forEach(
            verb ->
                rows.add(
                    row(
                        "servlet",
                        page,
                        verb + " " + page.path(),
                        deployed.takes(),
                        verb.equals("POST"))));
    return rows;
  }

  private static String row(
      String what, ClientPage page, String address, Collection<String> takes, boolean acting) {
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of(what, address, said(takes)));
    cells.add(page.need() == Need.NOTHING ? "-" : page.need().name());
    for (Function<ClientPage, Right> standing : STANDINGS.values()) {
      Right right = standing.apply(page);
      boolean may = right == Right.ACTS || right == Right.READS && !acting;
      cells.add(may ? right.name().toLowerCase(java.util.Locale.ROOT) : NO);
    }
    cells.add(page.isOpen() ? "open" : "sign-in");
    cells.add("-");
    return String.join("\t", cells);
  }

  private static String row(Method endpoint) {
    List<String> cells = new ArrayList<>();
    TreeSet<String> takes = new TreeSet<>();
    for (Parameter parameter : endpoint.getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)) {
        takes.add(parameter.getAnnotation(QueryParam.class).value());
      }
    }
    cells.addAll(
        List.of(
            "rest", Endpoints.verb(endpoint) + " " + Endpoints.path(endpoint), said(takes), "-"));
    STANDINGS.keySet().forEach(standing -> cells.add("-"));
    Scoped scoped = endpoint.getAnnotation(Scoped.class);
    cells.add(scoped == null ? "open" : NO);
    cells.add(scoped == null ? "-" : scoped.value());
    return String.join("\t", cells);
  }

  private static String said(Collection<String> names) {
    return names.isEmpty() ? "-" : String.join(",", names);
  }
}
