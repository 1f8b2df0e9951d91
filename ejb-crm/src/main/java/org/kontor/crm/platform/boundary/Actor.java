package org.kontor.crm.platform.boundary;

/** Who acts now, as the audit names it. */
public interface Actor {

  /** For example {@code api-key/1042}, or {@code system}. */
  String actor();
}
