package org.kontor.billing.policy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.billing.ledger.TestDatabase;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.billing.policy.control.PackStore;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.access.boundary.Identity;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;

/** Versions on a real PostgreSQL: what may be imported, what is in force, who sees it. */
class PolicyPacksTest {

  private static final LocalDate BOOK_FROM = LocalDate.of(2026, 3, 1);
  private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  private static final String PRIM = PackReader.bundledSource("prim");

  @TempDir static Path folder;
  private static TestDatabase database;

  private final Caller caller = new Caller();
  private final BookClock clock =
      new BookClock() {
        @Override
        public Instant now() {
          return NOW;
        }

        @Override
        public LocalDate bookFrom() {
          return BOOK_FROM;
        }
      };
  private final Ids ids = new Ids(database.sql);
  private final PolicyBook book = new PolicyBook(database.sql);
  private final PolicyPacks packs = packs(book);

  @BeforeAll
  static void open() {
    database = new TestDatabase(folder);
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
  }

  @AfterEach
  void undo() {
    database.rollback();
  }

  @Test
  void the_first_version_makes_the_vendor_and_its_book_begins_with_the_installation() {
    PackVersion version = packs.importPack("prim.yaml", PRIM, "first-1");
    assertThat(version.policy()).isEqualTo("first-1@1");
    assertThat(version.warnings()).hasSize(1);
    assertThat(book.vendor("first-1").bookFrom()).isEqualTo(BOOK_FROM);
    assertThat(packs.source("first-1", 1).text()).isEqualTo(PRIM);
    String later = edition(PRIM, 1, "2026-06-01");
    packs.importPack("prim.yaml", later, "first-2");
    assertThat(book.vendor("first-2").bookFrom()).isEqualTo(LocalDate.of(2026, 6, 1));
    refused(
        ProblemCode.POLICY_NOT_IN_FORCE, () -> book.inForce("first-2", LocalDate.of(2026, 5, 31)));
  }

  @Test
  @Proves({"S2.2", "S4.8"})
  void S2_2_a_new_version_is_in_force_from_its_day_and_the_old_one_stays_readable() {
    packs.importPack("prim.yaml", PRIM, "tariff");
    packs.importPack("prim.yaml", cheaper(2, "2026-05-01"), "tariff");
    assertThat(fee(LocalDate.of(2026, 4, 30))).isEqualTo("249.00");
    assertThat(fee(LocalDate.of(2026, 5, 1))).isEqualTo("199.00");
    assertThat(book.version("tariff", 1).plan("start").orElseThrow().fee())
        .isEqualByComparingTo("249.00");
    assertThat(packs.inForce("tariff", LocalDate.of(2026, 4, 1)).until())
        .isEqualTo(LocalDate.of(2026, 4, 30));
    assertThat(packs.diff("tariff", 1, 2))
        .contains(new PackChange("catalogue.plans[start].fee", "249.00", "199.00"));
  }

  @Test
  void a_version_begins_at_midnight_where_its_vendor_is() {
    packs.importPack("prim.yaml", PRIM, "tariff");
    packs.importPack("prim.yaml", cheaper(2, "2026-05-01"), "tariff");
    Instant bucharest = Instant.parse("2026-04-30T21:00:00Z");
    assertThat(book.find("tariff", bucharest.minusSeconds(1)).orElseThrow().version()).isOne();
    assertThat(book.find("tariff", bucharest).orElseThrow().version()).isEqualTo(2);
    assertThat(book.find("tariff", Instant.parse("2020-01-01T00:00:00Z"))).isEmpty();
    assertThat(book.find("nobody", bucharest)).isEmpty();
  }

  @Test
  void a_version_exists_once_and_says_whether_it_is_the_same_text() {
    packs.importPack("prim.yaml", PRIM, "twice");
    Refused same =
        refused(
            ProblemCode.POLICY_VERSION_EXISTS, () -> packs.importPack("prim.yaml", PRIM, "twice"));
    assertThat(same.problem().data()).containsEntry("same", true);
    Refused other =
        refused(
            ProblemCode.POLICY_VERSION_EXISTS,
            () -> packs.importPack("prim.yaml", cheaper(1, "2026-05-01"), "twice"));
    assertThat(other.problem().mend()).contains("version: 2");
    refused(
        ProblemCode.POLICY_INVALID,
        () -> packs.importPack("prim.yaml", cheaper(4, "2026-05-01"), "twice"));
  }

  @Test
  void what_was_billed_keeps_its_rules() {
    packs.importPack("prim.yaml", PRIM, "billed");
    database.sql.update(
        "insert into run_watermark (vendor_code, kind, done_through) values ('billed', 'CHANGES',"
            + " date '2026-03-19')");
    PackCheck early = packs.check("prim.yaml", cheaper(2, "2026-03-19"), "billed");
    assertThat(early.valid()).isFalse();
    assertThat(early.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path()).isEqualTo("effectiveFrom");
              assertThat(error.line()).isEqualTo(6);
              assertThat(error.mend()).contains("2026-03-20");
            });
    assertThat(packs.check("prim.yaml", cheaper(2, "2026-03-20"), "billed").valid()).isTrue();
    assertThat(book.versions("billed")).hasSize(1);
  }

  @Test
  void what_customers_have_stays_on_the_list() {
    packs.importPack("prim.yaml", PRIM, "used");
    subscription("used", "start", "courier-fan");
    String without =
        cheaper(2, "2026-05-01").replaceFirst("(?m)^ +- \\{code: courier-fan.*fee: 35.00}\\n", "");
    Refused refused =
        refused(ProblemCode.POLICY_INVALID, () -> packs.importPack("prim.yaml", without, "used"));
    assertThat(refused.problem().detail()).contains("component start/courier-fan is gone");
    String renamed = cheaper(2, "2026-05-01").replace("- code: start", "- code: starter");
    refused(ProblemCode.POLICY_INVALID, () -> packs.importPack("prim.yaml", renamed, "used"));
  }

  @Test
  void another_node_sees_a_version_at_once_and_nobody_sees_one_that_was_rolled_back() {
    PolicyBook otherNode = new PolicyBook(database.sql);
    packs.importPack("prim.yaml", PRIM, "nodes");
    assertThat(otherNode.knows("nodes")).isTrue();
    database.rollback();
    assertThat(book.knows("nodes")).isFalse();
    assertThat(otherNode.knows("nodes")).isFalse();
    refused(ProblemCode.UNKNOWN_VENDOR, () -> book.inForce("nodes", BOOK_FROM));
  }

  @Test
  void a_caller_of_one_vendor_sees_and_imports_no_other() {
    packs.importPack("prim.yaml", PRIM, "mine");
    packs.importPack("prim.yaml", PRIM, "theirs");
    caller.becomes(new Identity(7, "clerk", "mine", Set.of(Scope.POLICY_WRITE)));
    assertThat(packs.list()).extracting(PackSummary::code).containsExactly("mine");
    refused(ProblemCode.NOT_FOUND, () -> packs.inForce("theirs", null));
    refused(ProblemCode.NOT_FOUND, () -> packs.diff("theirs", 1, 1));
    refused(
        ProblemCode.NOT_FOUND,
        () -> packs.importPack("prim.yaml", cheaper(2, "2026-05-01"), "theirs"));
    refused(ProblemCode.NOT_FOUND, () -> packs.importPack("prim.yaml", PRIM, "fresh"));
  }

  @Test
  void the_crm_learns_of_vendors_without_knowing_packs() {
    packs.importPack("kabinet.yaml", PackReader.bundledSource("kabinet"), "cabinet");
    VendorsOfPacks directory = new VendorsOfPacks(book);
    assertThat(directory.find("nobody", BOOK_FROM)).isEmpty();
    assertThat(directory.find("cabinet", BOOK_FROM))
        .hasValueSatisfying(
            vendor -> {
              assertThat(vendor.currency()).isEqualTo("USD");
              assertThat(vendor.languages()).isEqualTo(List.of("uk"));
              assertThat(vendor.zone().getId()).isEqualTo("Europe/Kyiv");
            });
  }

  private PolicyPacks packs(PolicyBook policies) {
    return new PolicyPacks(
        policies,
        new PackStore(database.sql, ids, clock),
        clock,
        caller,
        new Audit(database.sql, caller, clock));
  }

  private String fee(LocalDate on) {
    PolicyPack pack = book.inForce("tariff", on);
    return pack.plan("start").orElseThrow().fee().toPlainString();
  }

  private static String cheaper(int version, String from) {
    return edition(PRIM, version, from).replace("fee: 249.00", "fee: 199.00");
  }

  private static String edition(String source, int version, String from) {
    return source
        .replaceFirst("(?m)^version: \\d+", "version: " + version)
        .replaceFirst("(?m)^effectiveFrom: \\S+", "effectiveFrom: " + from);
  }

  private void subscription(String vendor, String plan, String component) {
    long customer = ids.next();
    database.sql.update(
        "insert into customer (id, vendor_code, reference, name, country, language, currency,"
            + " created_on, created_at) values (?, ?, 'c', 'C', 'RO', 'ro', 'RON', ?, ?)",
        customer,
        vendor,
        BOOK_FROM,
        NOW);
    long id = ids.next();
    database.sql.update(
        "insert into subscription (id, customer_id, vendor_code, plan_code, timing, state,"
            + " started_on) values (?, ?, ?, ?, 'MONTHLY_ADVANCE', 'ACTIVE', ?)",
        id,
        customer,
        vendor,
        plan,
        BOOK_FROM);
    database.sql.update(
        "insert into subscription_component (id, customer_id, subscription_id, component_code,"
            + " quantity, valid_from) values (?, ?, ?, ?, 1, ?)",
        ids.next(),
        customer,
        id,
        component,
        BOOK_FROM);
  }

  private static Refused refused(ProblemCode code, ThrowingCallable call) {
    Refused[] caught = new Refused[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(code);
              caught[0] = refused;
            });
    return caught[0];
  }
}
