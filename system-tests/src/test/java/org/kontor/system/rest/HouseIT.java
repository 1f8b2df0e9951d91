package org.kontor.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.Api;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;

/**
 * The house stands: ready, described, and the application's database user has no more than its
 * rights.
 */
@SystemTest
class HouseIT {

  @Test
  void readiness_names_the_schema_that_it_needs_and_found(Kontor kontor) throws Exception {
    URI ready = kontor.management().resolve("health/ready");
    JsonNode health = new Api(ready, null).get(ready.getPath()).expect(200).json();
    JsonNode database = null;
    for (JsonNode check : health.get("checks")) {
      database = check.get("name").asText().equals("database") ? check : database;
    }
    assertThat(database).isNotNull();
    assertThat(database.at("/data/schema-found").asInt())
        .isPositive()
        .isEqualTo(database.at("/data/schema-needed").asInt());
  }

  @Test
  void the_api_describes_itself(Api api) {
    assertThat(api.get("/openapi").expect(200).text()).contains("title: Kontor");
  }

  @Test
  void the_application_cannot_change_what_is_posted(Kontor kontor) throws Exception {
    try (Connection connection = kontor.application();
        Statement statement = connection.createStatement()) {
      for (String forbidden :
          new String[] {"delete from audit_entry", "update audit_entry set actor = ''"}) {
        assertThatThrownBy(() -> statement.executeUpdate(forbidden))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void a_killed_server_comes_back_on_the_same_data(Kontor kontor) throws Exception {
    kontor.kill();
    kontor.restart();
    assertThat(kontor.api().get("/openapi").status()).isEqualTo(200);
  }
}
