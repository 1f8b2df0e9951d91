package org.kontor.web.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that an API key needs for this resource method. Each method carries this or {@link
 * Open}; a test refuses any that carries neither.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scoped {

  /** One of {@link org.kontor.crm.access.boundary.Scope}. */
  String value();
}
