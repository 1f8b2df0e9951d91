package org.kontor.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach a database as one of its users.
 *
 * @param url JDBC URL of PostgreSQL, without user and password
 */
public record DatabaseAccess(String url, String user, String password) {

  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("ApplicationName", "kontor-launcher");
    return DriverManager.getConnection(url, properties);
  }

  /** The same database as somebody else. */
  public DatabaseAccess as(String otherUser, String otherPassword) {
    return new DatabaseAccess(url, otherUser, otherPassword);
  }

  /** Never the password: records print themselves into logs. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
