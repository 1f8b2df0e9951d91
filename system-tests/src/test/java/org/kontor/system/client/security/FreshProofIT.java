package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * Administrators come and go, and services end, only by somebody who proved in the last quarter of
 * an hour who it is (QUALITY S14, S15); and whom a person asks who may not do it.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshProofIT {

  private static final String STAFF = "staff@carpat.example";

  private Kontor kontor;
  private Cast cast;
  private Customer ana;
  private Customer dacia;
  private Subscription start;
  private long clerk;
  private Surfer main;

  @BeforeAll
  void two_customers(Kontor running) {
    kontor = running;
    cast = new Cast(new Rest(kontor.api()), kontor.base());
    Vendor prim = Book.begin(cast.rest(), "2026-02-01").vendor("prim");
    ana = prim.customer("Carpat Textil");
    start = ana.subscribes("start", Map.of());
    dacia = prim.customer("Dacia Birotică");
    clerk = ana.adds("Person of STAFF", STAFF, "STAFF");
    dacia.adds("Person of STAFF", STAFF, "STAFF");
    main = cast.in(ana, ana.mainAdministrator());
  }

  @AfterAll
  void go() {
    main.close();
  }

  @Test
  void an_administrator_is_made_and_unmade_only_after_a_fresh_proof() throws Exception {
    long boss = ana.adds("Person of ADMINISTRATOR", "boss@carpat.example", "ADMINISTRATOR");
    String withdraw = "/client/person?id=" + boss + "&ask=withdraw";
    String change = "/client/person?id=" + clerk;
    Map<String, String> somebody =
        Map.of("form:name", "New", "form:email", "new@carpat.example", "post", "ADMINISTRATOR");
    long ago = proven("16 minutes");
    assertThat(ago).isPositive();
    String people = people();
    leadsToProof(main.fill("/client/invite", "form", somebody), "/client/invite");
    leadsToProof(main.fill(change, "form", Map.of("post", "ADMINISTRATOR")), change);
    leadsToProof(main.fill(withdraw, "withdraw", Map.of()), withdraw);
    leadsToProof(
        main.fill("/client/person?id=" + boss, "form", Map.of("post", "STAFF")),
        "/client/person?id=" + boss);
    assertThat(people()).isEqualTo(people);
    // Who is no administrator and becomes none needs no proof
    assertThat(main.fill(change, "form", Map.of("post", "ACCOUNTANT")).header("Location"))
        .endsWith("done=changed");
    String prove = "/client/prove?to=" + withdraw.replace("?", "%3F").replace("&", "%26");
    assertThat(main.fill(prove, "form", Map.of("form:password", Cast.PASSWORD)).header("Location"))
        .endsWith(withdraw);
    assertThat(main.fill(withdraw, "withdraw", Map.of()).header("Location"))
        .endsWith("done=withdrawn");
    assertThat(people()).doesNotContain("boss@carpat.example");
  }

  @Test
  void a_service_is_ended_only_after_a_fresh_proof_and_from_a_page_that_still_holds()
      throws Exception {
    String address = "/client/cancel?service=" + start.id();
    Map<String, String> form = main.get(address).form("form");
    assertThat(form).containsEntry("kontor.query", "service=" + start.id());
    proven("16 minutes");
    leadsToProof(main.post("/client/cancel", form), address);
    proven("0 minutes");
    form.put("jakarta.faces.ViewState", "1:1");
    Page anew = main.post("/client/cancel", form);
    assertThat(anew.header("Location")).as("an expired page").endsWith(address + "&unsent=1");
    assertThat(main.follow(anew).status()).isEqualTo(200);
    assertThat(cast.rest().get("subscriptions/" + start.id()).ok().path("endsOn").asText(""))
        .isIn("", "null");
  }

  @Test
  void who_belongs_to_two_customers_asks_the_administrator_of_each_once_a_day() throws Exception {
    try (Surfer worker = cast.in(ana, clerk)) {
      for (Customer customer : new Customer[] {ana, dacia}) {
        worker.post("/client/act-for", Map.of("customer", Long.toString(customer.id())));
        assertThat(worker.get("/client/access").text()).contains("id=\"form\"");
        worker.fill("/client/access", "form", Map.of());
        assertThat(asked(customer)).isOne();
        Page again = worker.get("/client/access");
        assertThat(again.text()).doesNotContain("id=\"form\"");
      }
      assertThat(asked(ana)).isOne();
    }
  }

  private static void leadsToProof(Page answer, String back) {
    String location = URLDecoder.decode(answer.header("Location"), StandardCharsets.UTF_8);
    assertThat(location).endsWith("/client/prove?to=" + back);
  }

  private String people() {
    return cast.rest().get("customers/" + ana.id() + "/people").ok().toString();
  }

  /** Sets how long ago the main administrator has proved who it is. */
  private long proven(String ago) throws SQLException {
    try (Connection connection = kontor.owner();
        PreparedStatement statement =
            connection.prepareStatement(
                "update portal_session set proven_at = now() - ?::interval where person_id = ?")) {
      statement.setString(1, ago);
      statement.setLong(2, ana.mainAdministrator());
      return statement.executeUpdate();
    }
  }

  private long asked(Customer customer) throws SQLException {
    try (Connection connection = kontor.owner();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from outbox where topic = 'administrator.asked'"
                    + " and customer_id = ?")) {
      statement.setLong(1, customer.id());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
