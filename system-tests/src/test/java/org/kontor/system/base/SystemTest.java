package org.kontor.system.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test from outside against the running EAR. Its methods may take a {@link Kontor} or an {@link
 * Api}. All such tests share one server and one database: make customers of your own.
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
}
