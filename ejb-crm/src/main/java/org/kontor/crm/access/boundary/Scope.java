package org.kontor.crm.access.boundary;

import java.util.List;

/** What an API key may be allowed to do. */
public final class Scope {

  public static final String READ = "read";
  public static final String CUSTOMERS_WRITE = "customers:write";
  public static final String SUBSCRIPTIONS_WRITE = "subscriptions:write";
  public static final String USAGE_WRITE = "usage:write";
  public static final String PAYMENTS_WRITE = "payments:write";
  public static final String ORDERS_WRITE = "orders:write";
  public static final String ACCESS_WRITE = "access:write";
  public static final String POLICY_WRITE = "policy:write";
  public static final String RUNS_WRITE = "runs:write";

  /** Keys, clock, book; implies all others. */
  public static final String ADMIN = "admin";

  public static final List<String> ALL =
      List.of(
          READ,
          CUSTOMERS_WRITE,
          SUBSCRIPTIONS_WRITE,
          USAGE_WRITE,
          PAYMENTS_WRITE,
          ORDERS_WRITE,
          ACCESS_WRITE,
          POLICY_WRITE,
          RUNS_WRITE,
          ADMIN);

  private Scope() {}
}
