package org.kontor.system.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test from outside against the running EAR. Its methods may take a {@link Kontor} or an {@link
 * Api}. Its class has a server and a database for itself while it runs; classes before it used them
 * too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SystemTest {

  /**
   * Whether mail is sent, to {@link Kontor#mail()}, and notices are shown. The server is started
   * anew when the class before wanted it otherwise.
   */
  boolean mail() default false;

  /**
   * Whether it takes minutes: then it begins early, so that nobody waits for it alone at the end.
   */
  boolean takesLong() default false;
}
