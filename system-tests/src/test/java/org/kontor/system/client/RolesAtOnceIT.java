package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.message.Post;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** Two administrators decide at the same moment what a person may do, in real browsers. */
@SystemTest
class RolesAtOnceIT extends AtThePortal {

  @Test
  void of_two_who_choose_at_once_the_second_is_asked_again() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    Customer carpat = prim.customer("Carpat Textil");
    long ion = carpat.adds("Ion Rus", "ion@carpat.example", "STAFF");
    String page = address(prim, "person?id=" + ion);
    try (Person ana = main(carpat, "ro");
        Person dan = joined(carpat, "Dan", "ADMINISTRATOR", "ro");
        Connection owner = kontor().owner()) {
      chooses(ana, page, "ACCOUNTANT");
      chooses(dan, page, "ADMINISTRATOR");
      owner.setAutoCommit(false);
      try (Statement lock = owner.createStatement()) {
        lock.execute("select 1 from customer where id = " + carpat.id() + " for update");
      }
      for (Person each : List.of(ana, dan)) {
        each.page().evaluate("setTimeout(() => document.querySelector('#form button').click())");
      }
      // Both have compared what they saw with what is stored, and wait for the customer
      Post.await("both wait", () -> waiting() == 2);
      owner.rollback();
      int changed = 0;
      for (Person each : List.of(ana, dan)) {
        each.page().waitForSelector(".k-done, .k-errors");
        changed += each.page().locator(".k-done").count();
      }
      assertThat(changed).isEqualTo(1);
      Person second = ana.page().locator(".k-errors").count() == 1 ? ana : dan;
      String now = second == ana ? "Administrator" : "Contabil";
      assertThat(second.page().textContent(".k-errors")).contains(now);
      assertThat(second.faults()).isEmpty();
      assertThat(rest().get("customers/" + carpat.id() + "/people").ok())
          .filteredOn(each -> each.path("id").asLong() == ion)
          .singleElement()
          .satisfies(
              each ->
                  assertThat(each.path("role").asText())
                      .isEqualTo(second == ana ? "ADMINISTRATOR" : "STAFF"));
    }
  }

  private static void chooses(Person administrator, String page, String post) {
    administrator.open(page);
    administrator.page().check("#post-" + post);
  }

  private int waiting() {
    // For what others wait, only the administrator of the database is told
    try (Connection administrator = kontor().administrator();
        Statement asked = administrator.createStatement();
        ResultSet row =
            asked.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
