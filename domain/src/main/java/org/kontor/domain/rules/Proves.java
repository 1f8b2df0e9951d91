package org.kontor.domain.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rules of the product's rule list that a test proves, for example
 * {@code @Proves("S2.9")}.
 *
 * <p>It lives in the main jar, so that the tests of every module can carry it, and is kept at run
 * time, so that a report can be drawn from the compiled tests.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Proves {

  /** The ids of the rules, as the rule list writes them. */
  String[] value();
}
