package org.kontor.crm.platform.boundary;

import java.sql.SQLException;

/** The database refused or did not answer; the transaction is rolled back. */
public class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseFault(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** SQLSTATE, for example 23505 for a duplicate key. */
  public String sqlState() {
    return ((SQLException) getCause()).getSQLState();
  }

  public boolean isDuplicate() {
    return "23505".equals(sqlState());
  }
}
